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
}
