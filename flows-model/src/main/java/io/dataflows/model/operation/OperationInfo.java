package io.dataflows.model.operation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes an operation to the catalogue and to people. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface OperationInfo {
    /** The type text that steps hold, for example {@code throw-error}. */
    String id();

    String name();

    /** Material icon name. */
    String icon();

    String description();

    Effect effect();

    /** The templates in its options read a Flow Object whose secrets are masked, since what it does is read by people. */
    boolean masked() default false;

    /** What its panel on the canvas shows, line by line. */
    Overview[] overview() default {};

    /** One line of the panel. */
    @interface Overview {
        String label();

        /** Text with options in braces, for example {@code {{ method }} {{ url }}}. */
        String text();
    }
}
