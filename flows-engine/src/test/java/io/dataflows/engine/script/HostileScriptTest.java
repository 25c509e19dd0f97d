package io.dataflows.engine.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflows.engine.json.Json;
import io.dataflows.model.operation.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Thousands of scripts that look for a way out, made of the ways that are known. */
class HostileScriptTest {

    private static final String MARK = "flows.test.secret.property";
    private static final String MARK_VALUE = "visible-from-the-host";

    private static final List<String> FUNCTIONS = List.of(
            "Function",
            "(0, eval)",
            "({}).constructor.constructor",
            "this.constructor.constructor",
            "globalThis.constructor.constructor",
            "(async () => {}).constructor",
            "(function* () {}).constructor",
            "(async function* () {}).constructor",
            "console.log.constructor",
            "console.log.bind.constructor",
            "module.constructor.constructor",
            "process.env.constructor.constructor",
            "data.constructor.constructor",
            "data.$trigger.body.constructor.constructor",
            "Reflect.construct.constructor",
            "new Proxy(Function, {})",
            "Object.getPrototypeOf(async () => {}).constructor",
            "Error().constructor.constructor",
            "new Error().stack.constructor.constructor",
            "Symbol.iterator.constructor.constructor",
            "(() => { try { null.x } catch (e) { return e.constructor.constructor } })()",
            "(() => { try { (function f() { f() })() } catch (e) { return e.constructor.constructor } })()",
            "Promise.resolve().then.constructor",
            "Reflect.getPrototypeOf(Function.prototype.call).constructor.constructor");

    private static final List<String> GOALS = List.of(
            "return process",
            "return this",
            "return Java.type('java.lang.System').getProperty('" + MARK + "')",
            "return Java.type('java.lang.Runtime').getRuntime().exec('touch FILE')",
            "return java.lang.System.getenv()",
            "return Packages.java.io.File('FILE').createNewFile()",
            "return Polyglot.eval('js', 'load')",
            "return Polyglot.import('x') || Polyglot.export('x', 1)",
            "return Polyglot.evalFile('js', 'FILE')",
            "return Graal.versionGraalVM",
            "return load('FILE')",
            "return loadWithNewGlobal('FILE')",
            "return quit()",
            "return exit(1)",
            "return read('FILE')",
            "return readFully('FILE')",
            "return $EXEC('touch FILE')",
            "return $ENV",
            "return $ARG",
            "return new JavaImporter(java.io)",
            "return Java.extend(java.lang.Thread)",
            "return Java.from([])",
            "return Java.addToClasspath('FILE')",
            "return WebAssembly.compile(new Uint8Array())",
            "return new SharedArrayBuffer(8)",
            "return Atomics.wait(new Int32Array(new SharedArrayBuffer(8)), 0, 0)",
            "return new Worker('1')",
            "return new ShadowRealm().evaluate('1')",
            "return Realm.create()",
            "return Debug.class({})",
            "return import('FILE')",
            "return import('node:fs')",
            "return require('fs').writeFileSync('FILE', '')",
            "return new XMLHttpRequest()",
            "return arguments.callee.caller",
            "return arguments.callee.caller.arguments[0].getClass()",
            "return ''.getClass().forName('java.lang.Runtime')",
            "return ({}).getClass()",
            "return this.engine.factory.scriptEngine",
            "return this.context",
            "return print('x')",
            "return new Function('return java')()",
            "return globalThis.getClass",
            "return emit('INFO', 'x')",
            "return Object.getOwnPropertyNames(globalThis)",
            "return Reflect.ownKeys(globalThis).map(String)",
            "return process.mainModule.require('child_process')",
            "return process.binding('fs')",
            "return Symbol.for('nodejs.util.inspect.custom')");

    private static final List<String> WRAPPERS = List.of(
            "return CALL",
            "try { return CALL } catch (e) { return e.constructor.constructor('return ' + typeof e)() }",
            "Error.prepareStackTrace = (e, s) => s; const r = CALL; return [r, new Error().stack]",
            "Object.prototype.then = function (f) { f(CALL) }; return {}",
            "Array.prototype.push = function () { throw CALL }; return [CALL]",
            "return Reflect.apply(() => CALL, null, [])",
            "return new Proxy({}, { ownKeys: () => [CALL], get: () => CALL })",
            "return { get [Symbol.toPrimitive]() { return CALL }, x: 1 }",
            "with (data) { return CALL }",
            "const it = { [Symbol.asyncIterator]: async function* () { yield CALL } }; for await (const x of it) return x",
            "Function.prototype.call = function () { return CALL }; Function.prototype.bind = null; return CALL",
            "Object.defineProperty(globalThis, 'module', { get() { return { exports: () => CALL } } }); return CALL",
            "console.log({ toJSON: () => CALL, toString: () => CALL }, CALL); return CALL",
            "JSON.stringify = JSON.parse = () => CALL; return [CALL]",
            "Promise.prototype.then = function (a) { return a(CALL) }; return CALL",
            "Error.prototype.toString = () => CALL; throw CALL",
            "throw { get message() { return CALL } }",
            "class X extends Promise { static get [Symbol.species]() { return CALL } } return new X(r => r(CALL))",
            "return `${(s => s.raw[0])`x`}` + CALL",
            "const f = console.info; return f.caller || f.arguments || CALL");

    private static final List<String> HEAVY = List.of(
            "while (true);",
            "(function f() { f(); f(); })()",
            "(function f() { try { f() } finally { f() } })()",
            "/(a*)*\\1b/.test('a'.repeat(50000))",
            "let o = {}; for (let i = 0; i < 1e5; i++) o = { o }; return o",
            "return JSON.parse('['.repeat(1e5) + ']'.repeat(1e5))",
            "return JSON.stringify(Array(1e9))",
            "return eval('('.repeat(1e5) + ')'.repeat(1e5))",
            "return new RegExp('('.repeat(1e5))",
            "let f = () => 1; for (let i = 0; i < 1e5; i++) f = f.bind(null); return f()",
            "let p = {}; for (let i = 0; i < 1e5; i++) p = Object.create(p); return p.x",
            "let p = new Proxy({}, {}); for (let i = 0; i < 1e5; i++) p = new Proxy(p, {}); return p.x",
            "return [].concat(...Array(1e6))",
            "return String.fromCharCode.apply(null, Array(1e6))",
            "return 'x'.padEnd(2 ** 30)",
            "const x = []; x[2 ** 32 - 2] = 1; return x",
            "Object.defineProperty(Object.prototype, 'then', { get() { while (true); } }); return {}");

    @TempDir
    private Path directory;

    @Test
    @Timeout(600)
    void findNoWayOut() {
        System.setProperty(MARK, MARK_VALUE);
        List<String> scripts = scripts(3_000);
        int resolved = 0;
        try (Scripts runner = new Scripts(Duration.ofSeconds(1), 32, 4)) {
            String clean = fingerprint(runner);
            for (String script : scripts) {
                Outcome outcome = runner.run("module.exports = async function (data) { " + script + " }");
                resolved += outcome instanceof Outcome.Resolved ? 1 : 0;
                assertHarmless(script, outcome);
                assertThat(directory.resolve("escaped")).doesNotExist();
                if (script.hashCode() % 50 == 0) {
                    assertThat(fingerprint(runner)).as("after %s", script).isEqualTo(clean);
                }
            }
            assertThat(fingerprint(runner)).isEqualTo(clean);
            assertThat(runner.log()).noneMatch(line -> line.contains(MARK_VALUE));
        } finally {
            System.clearProperty(MARK);
        }
        assertThat(directory).isEmptyDirectory();
        assertThat(scripts).hasSizeGreaterThan(3_000);
        System.getLogger(HostileScriptTest.class.getName())
                .log(
                        System.Logger.Level.INFO,
                        "Hostile scripts: {0}, of them harmless values: {1}",
                        scripts.size(),
                        resolved);
    }

    private List<String> scripts(int drawn) {
        List<String> calls = new ArrayList<>();
        for (String goal : GOALS) {
            String body = goal.replace("FILE", directory.resolve("escaped").toString());
            calls.add("(() => { " + body + " })()");
            FUNCTIONS.forEach(function -> calls.add(function + "(" + Json.write(text(body)) + ")()"));
        }
        Set<String> all = new LinkedHashSet<>();
        calls.forEach(call -> all.add("return " + call));
        Random random = new Random(20261123);
        while (all.size() < drawn) {
            String inner = calls.get(random.nextInt(calls.size()));
            String outer = WRAPPERS.get(random.nextInt(WRAPPERS.size()));
            all.add(outer.replace("CALL", inner));
        }
        List<String> list = new ArrayList<>(all);
        list.addAll(HEAVY);
        Collections.shuffle(list, random);
        return list;
    }

    private static com.fasterxml.jackson.databind.JsonNode text(String text) {
        return Json.object().textNode(text);
    }

    private static void assertHarmless(String script, Outcome outcome) {
        String seen = outcome instanceof Outcome.Resolved done
                ? Json.write(done.value())
                : ((Outcome.Rejected) outcome).fault().value()
                        + ((Outcome.Rejected) outcome).fault().message();
        assertThat(seen)
                .as(script)
                .doesNotContain(MARK_VALUE, "JavaClass", "org.graalvm", "com.oracle", "JavaObject", "engine failed");
        if (outcome instanceof Outcome.Resolved) {
            // An error may say the name again that the script looked for in vain; a value may not.
            assertThat(seen).as(script).doesNotContain("java.lang", "java.io");
        }
    }

    /** What a script finds: it must stay the same whatever others did. */
    private static String fingerprint(Scripts runner) {
        return runner.valueOf(
                "return [Reflect.ownKeys(globalThis).map(String), Reflect.ownKeys(Object.prototype).map(String),"
                        + " Reflect.ownKeys(Array.prototype).length, Reflect.ownKeys(Function.prototype).length,"
                        + " Reflect.ownKeys(Promise.prototype).length, Reflect.ownKeys(Error).map(String),"
                        + " Object.keys(console), Object.keys(process), typeof JSON.parse, Function.prototype.call.name]");
    }
}
