package io.dataflows.model.operation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes one option of an operation. The record component's name is the option's name. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Option {
    String title();

    String description() default "";

    /** The form widget: {@code text}, {@code number}, {@code json}, {@code filter}, {@code code}, {@code select} … */
    String widget() default "text";

    /** The option is a JSON value that people may also write as JSON text, which is then parsed. */
    boolean parseText() default false;

    /** The form asks for it; a draft without it has a problem. A run decides by itself what a missing value means. */
    boolean required() default false;

    /** JSON text of the value that the form begins with, and that counts when the option is missing; none if empty. */
    String defaultValue() default "";

    String placeholder() default "";

    /** Half of a row of the form instead of a whole one. */
    boolean half() default false;

    /** What may be chosen. */
    Choice[] choices() default {};

    /** Values other than the choices are allowed, too. */
    boolean open() default false;

    /** Language of a {@code code} widget, for example {@code javascript}. */
    String language() default "";

    /**
     * The form shows it only while another option has one of these values, for example {@code type=template}; with
     * conditions on several options, while each of them holds.
     */
    String[] shownWhen() default {};

    /** Its value is a secret: it is masked wherever the run is stored or logged. */
    boolean secret() default false;

    /** One value that may be chosen. */
    @interface Choice {
        String value();

        /** The value itself if empty. */
        String title() default "";
    }
}
