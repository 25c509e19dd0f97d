package io.dataflows.engine.mail;

import org.commonmark.parser.delimiter.DelimiterProcessor;
import org.commonmark.parser.delimiter.DelimiterRun;

/** Text between tildes loses them: the element that would strike it through is none that mails may have. */
final class Tildes implements DelimiterProcessor {

    @Override
    public char getOpeningCharacter() {
        return '~';
    }

    @Override
    public char getClosingCharacter() {
        return '~';
    }

    @Override
    public int getMinLength() {
        return 1;
    }

    @Override
    public int process(DelimiterRun opening, DelimiterRun closing) {
        boolean pair = opening.length() == closing.length() && opening.length() <= 2;
        return pair ? opening.length() : 0;
    }
}
