package io.dataflows.engine.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import java.io.IOException;
import java.math.BigDecimal;

/** Writes fractional numbers as JavaScript does; those that JSON can't say become null. */
final class JavaScriptGenerator extends JsonGeneratorDelegate {

    JavaScriptGenerator(JsonGenerator target) {
        super(target, false);
    }

    @Override
    public void writeNumber(double number) throws IOException {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            writeNull();
        } else {
            writeNumber(JavaScriptNumber.text(number));
        }
    }

    @Override
    public void writeNumber(float number) throws IOException {
        writeNumber(Double.parseDouble(Float.toString(number)));
    }

    @Override
    public void writeNumber(BigDecimal number) throws IOException {
        writeNumber(JavaScriptNumber.text(number));
    }
}
