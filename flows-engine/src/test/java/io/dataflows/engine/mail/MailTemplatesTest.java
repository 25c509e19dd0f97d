package io.dataflows.engine.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflows.engine.testkit.Flows;
import io.dataflows.model.error.FlowsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailTemplatesTest {

    @TempDir
    private Path root;

    private Path folder;
    private MailTemplates templates;

    @BeforeEach
    void open() throws IOException {
        folder = Files.createDirectory(root.resolve("templates"));
        Files.writeString(root.resolve("secret.liquid"), "secret");
        Files.writeString(root.resolve("secret"), "secret");
        templates = new MailTemplates(folder, "Project");
    }

    private String render(String name, String data) {
        return templates.render(name, Flows.json(data));
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }

    @Test
    void fillsInData() throws IOException {
        write("hello.liquid", "Hi {{ user.name | upcase }}{% for n in list %} {{ n }}{% endfor %} {{ projectName }}");
        assertThat(render("hello", "{\"user\": {\"name\": \"Ada\"}, \"list\": [1, 2.5, true]}"))
                .isEqualTo("Hi ADA 1 2.5 true Project");
    }

    @Test
    void neverRendersData() throws IOException {
        write("hello.liquid", "{{ a }}");
        assertThat(render("hello", "{\"a\": \"{{ projectName }} {% include 'secret' %}\"}"))
                .isEqualTo("{{ projectName }} {% include 'secret' %}");
    }

    @Test
    void findsTemplatesInFoldersAndIncludesOthers() throws IOException {
        write("parts/foot.liquid", "-- {{ projectName }}");
        write("team/hello.liquid", "Hi {% include 'parts/foot' %}");
        assertThat(render("team/hello", "{}")).isEqualTo("Hi -- Project");
    }

    @Test
    void fillsTheBlocksOfALayout() throws IOException {
        write("outer.liquid", "<a>{% block content %}none{% endblock %}<b>{% block foot %}foot{% endblock %}");
        write("inner.liquid", "{% layout 'outer' %}\n{% block content %}Hi {{ name }}{% endblock %}");
        assertThat(render("inner", "{\"name\": \"Ada\"}")).isEqualTo("<a>Hi Ada<b>foot");
    }

    @Test
    void hasABuiltInBaseThatAFileReplaces() throws IOException {
        assertThat(render("base", "{\"html\": \"<p>Hi</p>\"}")).contains("<p>Hi</p>", "Project");
        write("base.liquid", "mine {{ html }}");
        assertThat(render("base", "{\"html\": \"x\"}")).isEqualTo("mine x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret",
                "../secret.liquid",
                "..\\secret",
                "./../secret",
                "a/../../secret",
                "/etc/passwd",
                "//secret",
                "C:\\secret",
                "file:///etc/passwd",
                "secret\u0000",
                "link",
                "",
                ".",
                "..",
                "%2e%2e/secret"
            })
    void readsNothingOutsideOfItsFolder(String name) throws IOException {
        Files.createSymbolicLink(folder.resolve("link.liquid"), root.resolve("secret.liquid"));
        assertThatThrownBy(() -> render(name, "{}"))
                .isInstanceOf(FlowsException.class)
                .hasMessageContaining("no such template");
        write("sly.liquid", "{% include x %}");
        assertThatThrownBy(() -> templates.render(
                        "sly", io.dataflows.engine.json.Json.object().put("x", name)))
                .isInstanceOf(FlowsException.class);
    }

    @Test
    void endsTemplatesThatWantTooMuch() throws IOException {
        write("long.liquid", "{% for i in (1..100000000) %}{% for j in (1..100000000) %}x{% endfor %}{% endfor %}");
        write("round.liquid", "{% include 'round' %}");
        write("layouts.liquid", "{% layout 'layouts' %}");
        for (String name : new String[] {"long", "round", "layouts"}) {
            assertThatThrownBy(() -> render(name, "{}")).isInstanceOf(FlowsException.class);
        }
    }

    @Test
    void saysWhichTemplateIsBroken() throws IOException {
        write("broken.liquid", "{% if %}{{ ");
        assertThatThrownBy(() -> render("broken", "{}"))
                .isInstanceOf(FlowsException.class)
                .hasMessageStartingWith("Mail template (broken) can't be rendered: ");
    }
}
