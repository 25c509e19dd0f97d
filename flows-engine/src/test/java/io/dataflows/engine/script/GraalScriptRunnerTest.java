package io.dataflows.engine.script;

import static io.dataflows.engine.testkit.Flows.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import io.dataflows.engine.json.Json;
import io.dataflows.model.error.ErrorCode;
import io.dataflows.model.error.Fault;
import io.dataflows.model.error.FaultKind;
import io.dataflows.model.error.FaultNode;
import io.dataflows.model.operation.Outcome;
import io.dataflows.model.run.FlowObject;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraalScriptRunnerTest {

    private static final Scripts SCRIPTS = new Scripts(Duration.ofSeconds(10), 32, 4);

    @AfterAll
    static void close() {
        SCRIPTS.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "return { n: data.$trigger.body.n * 2 } | {\"n\":8}",
                "return Object.keys(data) | [\"$trigger\",\"$last\",\"$accountability\",\"$env\"]",
                "return { a: undefined, b: [undefined, 1], c: { d: undefined } } | {\"a\":null,\"b\":[null,1],\"c\":{\"d\":null}}",
                "return | null",
                "return 1.5 | 1.5",
                "return NaN | null",
                "return { a: [NaN, -Infinity, -0] } | {\"a\":[null,null,0]}",
                "return new Date(0) | \"1970-01-01T00:00:00.000Z\"",
                "return [new Date(NaN)] | [null]",
                "return new Map([['a', 1]]) | {}",
                "return { s: new Set([1]), r: /x/g } | {\"s\":{},\"r\":{}}",
                "return [new Number(5), new String('x'), new Boolean(false)] | [5,\"x\",false]",
                "class P { constructor() { this.x = 1; } get y() { return 2; } } return new P() | {\"x\":1}",
                "return { get x() { return 3; } } | {\"x\":3}",
                "return new Uint8Array([7, 8]) | {\"0\":7,\"1\":8}",
                "return new Error('e') | {}",
                "return { e: [new Error('e')] } | {\"e\":[{}]}",
                "return Promise.resolve([1]) | [1]",
                "return { then(done) { done(7); } } | 7",
                "const a = [1, , 3]; return a | [1,null,3]",
                "const o = { a: 1 }; return [o, o] | [{\"a\":1},{\"a\":1}]",
                "return Object.create(null, { z: { value: 1, enumerable: true }, h: { value: 2 } }) | {\"z\":1}",
                "data.$trigger.body.n = 99; return data.$last.body.n | 99",
                "return typeof require + typeof fetch + typeof setTimeout + typeof Buffer + typeof URL | \"undefinedundefinedundefinedundefinedundefined\"",
                "return [typeof global, global === globalThis, Object.keys(process)] | [\"object\",true,[\"env\"]]",
                "return [process.env, data.$env] | [{\"REGION\":\"eu\"},{\"REGION\":\"eu\"}]",
                "Array.prototype.toJSON = () => 1; Object.prototype.toJSON = () => 2; return { a: [3] } | {\"a\":[3]}",
                "let s = 0; for await (const x of [1, Promise.resolve(2)]) s += x; return s | 3",
                "return '\\u2028\\ud83d\\ude00' | \"\u2028\ud83d\ude00\"",
                "return [0.1 + 0.2, 1e21, 2 ** 53] | [0.30000000000000004,1e21,9007199254740992]",
            })
    void givesWhatTheFunctionReturns(String body, String value) {
        assertThat(json(SCRIPTS.valueOf(body))).isEqualTo(json(value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "return { b: 10n } | TypeError | Do not know how to serialize a BigInt",
                "return { f: () => 1 } | TypeError | () => 1 could not be cloned.",
                "return [Symbol('s')] | TypeError | Symbol(s) could not be cloned.",
                "return { p: Promise.resolve(1) } | TypeError | #<Promise> could not be cloned.",
                "const a = {}; a.a = a; return a | TypeError | Converting circular structure to JSON",
                "const e = new Error('m'); e.code = 'C'; e.status = 409; throw e | Error | m",
                "return Promise.reject(new Error('rej')) | Error | rej",
                "throw new RangeError('r') | RangeError | r",
                "class Own extends Error { get name() { return 'Own'; } } throw new Own('o') | Error | o",
                "throw { message: 'own', extensions: { code: 'MINE' } } | Error | own",
                "throw { a: 1 } | Error | The script threw an object that is no Error.",
                "return { get x() { throw new TypeError('g'); } } | TypeError | g",
                "return new Promise(() => {}) | Error | Script execution timed out.",
                "(function f() { f(); })() | RangeError | Maximum call stack size exceeded",
            })
    void rejectsWithNameAndMessage(String body, String name, String message) {
        Fault fault = SCRIPTS.faultOf(body);
        assertThat(fault.value().path("name").asText()).isEqualTo(name);
        assertThat(fault.message()).isEqualTo(message);
        assertThat(Json.write(fault.value())).isEqualTo("{}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "throw JSON.stringify({ a: 1 }) | {\"a\":1}",
                "throw 'own text' | \"own text\"",
                "throw 5 | 5",
                "throw null | null",
                "throw undefined | null",
                "throw true | true",
            })
    void keepsThrownValuesThatAreNoObjects(String body, String value) {
        assertThat(SCRIPTS.faultOf(body).value()).isEqualTo(json(value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "const a = 1; | TypeError | module.exports is not a function",
                "exports = function () { return 1; } | TypeError | module.exports is not a function",
                "throw new Error('top'); | Error | top",
            })
    void rejectsWhatDoesNotGetAsFarAsAFunction(String code, String name, String message) {
        Fault fault = SCRIPTS.rejected(code);
        assertThat(fault.value().path("name").asText()).isEqualTo(name);
        assertThat(fault.message()).isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"module.exports = function( {", "export default function() { return 1; }", "let x: number = 1"})
    void rejectsSyntaxErrorsWithTheirPlace(String code) {
        Fault fault = SCRIPTS.rejected(code);
        assertThat(fault.value().path("name").asText()).isEqualTo("SyntaxError");
        assertThat(fault.message()).matches("(?s).+ \\[script:1:\\d+]");
    }

    @Test
    void startsEachRunInAFreshWorld() {
        SCRIPTS.resolved("globalThis.q = 1; Object.prototype.q = 2; JSON.parse = null; module.exports = () => 1");
        assertThat(SCRIPTS.valueOf("return [typeof globalThis.q, typeof {}.q, typeof JSON.parse]"))
                .isEqualTo("[\"undefined\",\"undefined\",\"function\"]");
    }

    @Test
    void leavesTheFlowObjectAsItIs() {
        FlowObject data = Scripts.data("{\"n\": 1}");
        SCRIPTS.run("module.exports = (d) => { d.$trigger.n = 2; d.x = 1; delete d.$env; return d; }", data);
        assertThat(data.toJson())
                .isEqualTo(
                        json(
                                "{\"$trigger\": {\"n\": 1}, \"$last\": {\"n\": 1}, \"$accountability\": null, \"$env\": {\"REGION\": \"eu\"}}"));
    }

    @Test
    void showsEarlierFaultsAsErrors() {
        FlowObject data = Scripts.data("null");
        Fault fault = Fault.of(ErrorCode.FORBIDDEN, FaultKind.USER, "No.");
        data.record("a", fault.value());
        data.record("b", Json.object().set("list", Json.object().arrayNode().add(fault.value())));
        Outcome outcome = SCRIPTS.run(
                "module.exports = (d) => [d.a instanceof Error, d.a.message, d.a.code, d.b.list[0].status, d.$last === d.b]",
                data);
        assertThat(outcome).isEqualTo(new Outcome.Resolved(json("[true, \"No.\", \"FORBIDDEN\", 403, true]")));
    }

    @Test
    void givesErrorsThatAreNoFailureWithTheirStack() {
        var value = SCRIPTS.resolved("module.exports = () => ({ e: new TypeError('m') })")
                .path("e");
        assertThat(value).isInstanceOf(FaultNode.class);
        assertThat(value.path("message").asText()).isEqualTo("m");
        assertThat(((FaultNode) value).forJournal().path("stack").asText()).startsWith("TypeError: m");
    }

    @Test
    void writesTheConsoleToTheLogMasked() {
        SCRIPTS.log().clear();
        SCRIPTS.valueOf(
                "console.log('a', { b: 1 }, [undefined]); console.warn('" + Scripts.SECRET
                        + "'); console.error(new Error('e').message); console.debug(1n); console.trace(); console.info(Symbol('x'))");
        assertThat(SCRIPTS.log())
                .containsExactly(
                        "INFO a {\"b\":1} [null]",
                        "WARNING --redacted--",
                        "ERROR e",
                        "DEBUG 1",
                        "TRACE ",
                        "INFO Symbol(x)");
    }

    @Test
    void boundsWhatTheConsoleWrites() {
        SCRIPTS.log().clear();
        SCRIPTS.valueOf("for (let i = 0; i < 1000; i++) console.log('x'.repeat(100000))");
        assertThat(SCRIPTS.log()).hasSize(101).allMatch(line -> line.length() < 4100);
    }

    @Test
    void countsCallsRightThroughAwaitsGeneratorsAndThrows() {
        assertThat(
                        SCRIPTS.valueOf(
                                """
                        const step = async (i) => { await 0; if (i % 3 === 0) throw i; return i; };
                        function* numbers() { for (let i = 0; i < 20000; i++) yield i; }
                        let sum = 0;
                        for (const i of numbers()) { try { sum += await step(i); } catch (e) { sum -= 1; } }
                        const deep = (n) => (n === 0 ? 0 : 1 + deep(n - 1));
                        return [sum > 0, deep(3000)];
                        """))
                .isEqualTo("[true,3000]");
    }

    @Test
    void rejectsResultsThatAreNestedTooDeep() {
        Fault fault = SCRIPTS.faultOf("let o = 1; for (let i = 0; i < 1000; i++) o = [o]; return o");
        assertThat(fault.message()).contains("nested");
    }

    @Test
    void givesNullForNoValue() {
        assertThat(SCRIPTS.resolved("module.exports = () => {}")).isEqualTo(NullNode.getInstance());
    }
}
