/** What mails say: Markdown and templates become HTML here, and a flow's mails are counted. Nothing is sent from here. */
@NullMarked
package io.dataflows.engine.mail;

import org.jspecify.annotations.NullMarked;
