package io.dataflows.engine.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflows.engine.setting.Settings;
import io.dataflows.model.capability.Script;
import io.dataflows.model.operation.Outcome;
import io.dataflows.model.run.RunId;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.SandboxPolicy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(180)
class ScriptLimitsTest {

    private static Scripts brief;
    private static Scripts small;

    @BeforeAll
    static void open() {
        brief = new Scripts(Duration.ofSeconds(1), 512, 4);
        small = new Scripts(Duration.ofSeconds(8), 8, 4);
    }

    @AfterAll
    static void close() {
        brief.close();
        small.close();
    }

    private static final String TIMED_OUT = "Script execution timed out.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true) {}",
                "const f = async () => { while (true) await 0; }; return f()",
                "(function f() { Promise.resolve().then(f); })()",
                "(function f() { try { f(); } finally { f(); } })()",
                "(function f() { try { f(); } catch (e) { f(); } })()",
                "/(?=(a+))*(a|aa)+\\1$/.test('a'.repeat(60) + 'b')",
                "Array(1e9).fill(0)",
                "[].fill.call({ length: 2 ** 50 }, 1)",
                "return { toJSON() { while (true); } }.toJSON()",
                "return { get x() { while (true); } }",
                "return new Proxy({}, { ownKeys() { while (true); } })",
                "throw { get message() { while (true); } }",
                "console.log({ get x() { while (true); } })",
                "return [...(function* () { while (true) yield 1; })()].length",
            })
    void endsWhatTakesTooLong(String body) {
        long before = System.nanoTime();
        assertThat(brief.faultOf(body).message()).isEqualTo(TIMED_OUT);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(30));
        assertThat(brief.valueOf("return 1")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return [].indexOf.call({ length: 2 ** 50 }, 1)",
                "return Array.from({ length: 1e9 })",
                "return [].join.call({ length: 2 ** 40 })",
                "const a = []; a.length = 4e9; return a.includes(1)",
                "const a = []; a.length = 4e9; return String(a)",
                "return [].lastIndexOf.call({ length: 2 ** 50 }, 1)",
                "return [].reverse.call({ length: 2 ** 50 })",
                "return [].slice.call({ length: 2 ** 50 })",
                "return BigInt('9'.repeat(4000000))",
                "return Object(1n).constructor('9'.repeat(4000000))",
            })
    void refusesWhatNobodyCouldEnd(String body) {
        assertThat(brief.faultOf(body).message()).containsAnyOf("more than", "length");
    }

    @Test
    void keepsWhatGuardedMethodsDo() {
        assertThat(
                        brief.valueOf(
                                "return [[1, 2, 3].join('-'), [3, 1].concat([2]).indexOf(2), [1, 2].includes(2),"
                                        + " [1, 2, 3].slice(1).reverse(), Array.from('ab'), Array.from({ length: 2 }, (x, i) => i),"
                                        + " BigInt('12') + BigInt(3) === 15n, BigInt.asUintN(8, 257n) === 1n, Object(1n) instanceof BigInt]"))
                .isEqualTo("[\"1-2-3\",2,true,[3,2],[\"a\",\"b\"],[0,1],true,true,true]");
    }

    @Test
    void answersInTimeEvenWhenAScriptCannotBeStopped() {
        assertThat(brief.faultOf("return 3n ** 20000000n > 1n").message()).isEqualTo(TIMED_OUT);
        assertThat(brief.valueOf("return 1")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "const a = []; while (true) a.push(new Array(1000).fill({}))",
                "const a = []; while (true) a.push('x'.repeat(100000) + a.length)",
                "const a = []; while (true) a.push(new Uint8Array(1e6))",
                "let a = [1]; while (true) a = a.concat(a)",
                "const m = new Map(); let i = 0; while (true) m.set({}, i++)",
                "const o = {}; let i = 0; while (true) o['k' + i++] = i",
                "let x = 3n; const a = []; while (true) { x = x * 3n ** 10000n; a.push(x); }",
                "const p = []; while (true) p.push(new Promise(() => {}))",
                "return 'x'.repeat(2 ** 29)",
                "let s = 'ab'; while (true) s += s",
                "return new Uint8Array(2 ** 31)",
                "const a = []; while (true) a.push(Symbol.for('k' + a.length))",
            })
    void endsWhatTakesTooMuchMemoryWhileOthersGoOn(String bomb) throws Exception {
        List<CompletableFuture<Outcome>> bombs = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            bombs.add(small.runner()
                    .run(new Script(
                            new RunId(new UUID(0, i)),
                            "bomb",
                            "module.exports = async () => { " + bomb + " }",
                            Scripts.SECRETS,
                            Scripts.data("null")))
                    .toCompletableFuture());
        }
        assertThat(small.valueOf("return data.$trigger.body.n")).isEqualTo("4");
        for (CompletableFuture<Outcome> each : bombs) {
            assertThat(each.get(59, TimeUnit.SECONDS)).isInstanceOf(Outcome.Rejected.class);
        }
    }

    @Test
    void letsAScriptMakeGarbage() {
        try (Scripts scripts = new Scripts(Duration.ofSeconds(60), 32, 4)) {
            assertThat(scripts.valueOf("let n = 0; for (let i = 0; i < 300000; i++) n += [i, { i }].length; return n"))
                    .isEqualTo("600000");
        }
    }

    @Test
    void refusesToWaitForeverForAThread() {
        try (Scripts scripts = new Scripts(Duration.ofMillis(300), 32, 1)) {
            Script stuck = new Script(
                    new RunId(new UUID(0, 1)), "a", "3n ** 20000000n", Scripts.SECRETS, Scripts.data("null"));
            scripts.runner().run(stuck);
            assertThat(scripts.rejected("module.exports = () => 1").code()).isEqualTo("SERVICE_UNAVAILABLE");
        }
    }

    @Test
    void leavesNoThreadBehind() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        Scripts scripts = new Scripts(Duration.ofSeconds(30), 32, 2);
        var stage = scripts.runner()
                .run(new Script(new RunId(new UUID(0, 1)), "a", "while (true);", Scripts.SECRETS, Scripts.data("null")))
                .toCompletableFuture();
        scripts.close();
        assertThat(stage.get(10, TimeUnit.SECONDS)).isInstanceOf(Outcome.Rejected.class);
        assertThat(scripts.run("module.exports = () => 1")).isInstanceOf(Outcome.Rejected.class);
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("flows-script") && !before.contains(thread)) {
                thread.join(20_000);
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }

    @Test
    void passesThePolicyThatTheScriptEngineCallsConstrained() {
        Context.Builder builder = Context.newBuilder("js")
                .sandbox(SandboxPolicy.CONSTRAINED)
                .in(InputStream.nullInputStream())
                .out(OutputStream.nullOutputStream())
                .err(OutputStream.nullOutputStream())
                .option("engine.WarnInterpreterOnly", "false");
        try (Context context = ScriptContexts.closed(builder).build()) {
            assertThat(context.eval("js", "1 + 1").asInt()).isEqualTo(2);
        }
    }

    @Test
    void readsItsSettings() {
        ScriptLimits limits = ScriptLimits.of(Settings.of(Map.of()));
        assertThat(limits.time()).isEqualTo(Duration.ofSeconds(10));
        assertThat(limits.bytes()).isEqualTo(32L << 20);
        assertThatThrownBy(() -> ScriptLimits.of(Settings.of(Map.of("FLOWS_RUN_SCRIPT_MAX_MEMORY", "7"))))
                .hasMessageContaining("FLOWS_RUN_SCRIPT_MAX_MEMORY");
        assertThatThrownBy(() -> ScriptLimits.of(Settings.of(Map.of("FLOWS_RUN_SCRIPT_TIMEOUT", "0"))))
                .hasMessageContaining("FLOWS_RUN_SCRIPT_TIMEOUT");
    }
}
