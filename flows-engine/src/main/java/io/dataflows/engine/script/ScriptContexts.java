package io.dataflows.engine.script;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.dataflows.engine.script.depth.CallDepth;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.EnvironmentAccess;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.ResourceLimits;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.io.IOAccess;

/** The one engine, which keeps parsed code, and the fresh contexts that it makes. */
final class ScriptContexts implements AutoCloseable {

    private static final String LANGUAGE = "js";

    /** Characters of code that stay parsed, with a share for each script: a parsed script takes many times its text. */
    private static final long PARSED_CODE = 2_000_000;

    private static final int SHARE = 500;

    private static final long CLOSE_MILLIS = 3_000;

    /** None, and no way from a script's value to a host's list or function either. */
    private static final HostAccess NO_HOST = HostAccess.newBuilder(HostAccess.NONE)
            .allowMutableTargetMappings()
            .methodScoping(true)
            .build();

    private final Engine engine;
    private final ScriptLimits limits;
    private final ResourceLimits statements;
    private final Source prelude = source("prelude", readPrelude());
    private final LoadingCache<String, Source> parsed = Caffeine.newBuilder()
            .maximumWeight(PARSED_CODE)
            .weigher((String code, Source source) -> code.length() + SHARE)
            .build(code -> source("script", code));

    private ScriptContexts(Engine engine, ScriptLimits limits) {
        this.engine = engine;
        this.limits = limits;
        this.statements = ResourceLimits.newBuilder()
                .statementLimit(limits.statements(), null)
                .build();
    }

    /** Takes about a second in a JVM that has run no script yet. */
    static ScriptContexts open(ScriptLimits limits) {
        // The languages are looked for with the thread's loader, which may be any application's.
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(ScriptContexts.class.getClassLoader());
        try {
            ScriptContexts contexts = new ScriptContexts(openEngine(), limits);
            contexts.warmUp();
            return contexts;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Engine openEngine() {
        Engine engine = Engine.newBuilder(LANGUAGE)
                .in(InputStream.nullInputStream())
                .out(OutputStream.nullOutputStream())
                .err(OutputStream.nullOutputStream())
                .option("engine.WarnInterpreterOnly", "false")
                .build();
        CallDepth.limit(engine);
        return engine;
    }

    private void warmUp() {
        try (Context context = fresh()) {
            context.eval(prelude);
        }
    }

    /** An isolated world: the language, nothing of the host, and limits on what one value may take. */
    Context fresh() {
        return closed(Context.newBuilder(LANGUAGE))
                .engine(engine)
                .resourceLimits(statements)
                .allowExperimentalOptions(true)
                .option("js.polyglot-builtin", "false")
                .option("js.java-package-globals", "false")
                .option("js.shared-array-buffer", "false")
                .option("js.atomics", "false")
                .option("js.global-arguments", "false")
                .option("js.string-length-limit", String.valueOf(limits.textLength()))
                .option("js.max-typed-array-length", String.valueOf(limits.arrayLength()))
                .build();
    }

    /** What keeps the host out. A test holds it against the policy that the script engine itself calls constrained. */
    static Context.Builder closed(Context.Builder builder) {
        return builder.allowAllAccess(false)
                .allowHostAccess(NO_HOST)
                .allowIO(IOAccess.NONE)
                .allowPolyglotAccess(PolyglotAccess.NONE)
                .allowEnvironmentAccess(EnvironmentAccess.NONE)
                .allowHostClassLoading(false)
                .allowCreateProcess(false)
                .allowCreateThread(false)
                .allowNativeAccess(false)
                .allowInnerContextOptions(false)
                .allowValueSharing(false)
                .option("js.graal-builtin", "false")
                .option("js.load", "false")
                .option("js.print", "false")
                .option("js.console", "false")
                .option("js.webassembly", "false");
    }

    Source prelude() {
        return prelude;
    }

    Source parsed(String code) {
        return requireNonNull(parsed.get(code));
    }

    /** Doesn't wait for long: a script that can't be stopped must not keep the server from it. */
    @Override
    public void close() {
        Thread closing = new Thread(() -> engine.close(true), "flows-script-close");
        closing.setDaemon(true);
        closing.start();
        try {
            closing.join(CLOSE_MILLIS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static Source source(String name, String code) {
        return Source.newBuilder(LANGUAGE, code, name).buildLiteral();
    }

    private static String readPrelude() {
        try (InputStream stream = requireNonNull(ScriptContexts.class.getResourceAsStream("prelude.js"))) {
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
