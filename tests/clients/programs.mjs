// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What widely used programs send to an address for OpenAI's images, and how each of them reads the answer: requests
// made by hand in the shape of Open WebUI, LibreChat, n8n, Cherry Studio, LobeChat, Dify, LiteLLM, SillyTavern and of
// LangChain's older wrappers. Each reads only what that program reads, since another field does not help it.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { makeHome, startGateway } from "./harness.mjs";
import { sizeOf, startStandIn } from "./standin.mjs";

const openai = await startStandIn("openai");
const home = makeHome();
// Programs whose names of models are fixed are served by these.
writeFileSync(join(home, "catalog.json"),
    JSON.stringify({ aliases: { "gpt-image-1": "gpt-image-2", "dall-e-3": "sketchbook-scene" } }));
const page = "https://studio.example";
const gateway = await startGateway(
    { OPENAI_API_KEY: "sk-standin-key", LIGHTWELL_OPENAI_BASE_URL: openai.url }, home, 0,
    ["--allow-origin", page]);
const base = gateway.url; // ends in /v1
const origin = new URL(base).origin;
const authorization = { Authorization: `Bearer ${gateway.key}` };

const post = (url, body, headers = {}) => fetch(url, {
    method: "POST",
    headers: body instanceof FormData ? { ...authorization, ...headers }
        : { "Content-Type": "application/json", ...authorization, ...headers },
    body: body instanceof FormData ? body : JSON.stringify(body),
});
const answerOf = async (response) => {
    const text = await response.text();
    assert.equal(response.status, 200, text);
    return JSON.parse(text);
};
const formOf = (fields, files) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    for (const [name, bytes, file] of files) form.append(name, new Blob([bytes], { type: "image/png" }), file);
    return form;
};
const fromBase64 = (image) => {
    assert.equal(typeof image.b64_json, "string");
    return Buffer.from(image.b64_json, "base64");
};
/// As whoever shows a page: without the key.
const download = async (url) => {
    const response = await fetch(url);
    assert.equal(response.status, 200);
    assert.match(response.headers.get("content-type"), /^image\//);
    return Buffer.from(await response.arrayBuffer());
};
/// How many calls OpenAI would bill for.
const billed = async () => (await openai.calls()).filter((call) => call.method === "POST").length;

const picture = fromBase64((await answerOf(await post(`${base}/images/generations`,
    { model: "sketchbook-scene", prompt: "a harbour", size: "1024x1024", response_format: "b64_json" }))).data[0]);
const painter = "sketchbook-scene";
const vendors = "gpt-image-1";

/// data[].url first, fetched with the key, else data[].b64_json.
const openWebUi = async (response) => Promise.all((await answerOf(response)).data.map(async (image) => {
    if (!image.url) return fromBase64(image);
    const fetched = await fetch(image.url, { headers: authorization });
    assert.match(fetched.headers.get("content-type"), /^image\//);
    return Buffer.from(await fetched.arrayBuffer());
}));

test("Open WebUI draws with a model that it asks base64 of", async () => {
    const pictures = await openWebUi(await post(`${base}/images/generations`,
        { model: painter, prompt: "a lighthouse", n: 2, size: "1024x1024", response_format: "b64_json" }));
    assert.deepEqual(pictures.map(sizeOf), [[1024, 1024], [1024, 1024]]);
});

test("Open WebUI draws with one whose name it takes for a link's, and gets no link that it would refuse", async () => {
    const response = await post(`${base}/images/generations`,
        { model: vendors, prompt: "a lighthouse", n: 1, size: "auto" });
    const body = await response.clone().json();
    assert.equal(body.data[0].url, undefined);
    assert.equal((await openWebUi(response)).length, 1);
});

test("Open WebUI edits one picture and several", async () => {
    const one = formOf({ model: "gpt-image-2", prompt: "at night", n: "1", size: "1024x1024", response_format: "b64_json" },
        [["image", picture, "image.png"]]);
    assert.deepEqual((await openWebUi(await post(`${base}/images/edits`, one))).map(sizeOf), [[1024, 1024]]);
    const several = formOf({ model: vendors, prompt: "both together", background: "auto" },
        [["image[]", picture, "image_0.png"], ["image[]", picture, "image_1.png"]]);
    assert.equal((await openWebUi(await post(`${base}/images/edits`, several))).length, 1);
});

test("LibreChat's tools for OpenAI's own models", async () => {
    const drawn = await answerOf(await post(`${base}/images/generations`, { model: vendors, prompt: "a fox in snow", n: 1,
        background: "auto", quality: "auto", size: "auto", output_format: "webp", output_compression: 90 }));
    assert.equal(fromBase64(drawn.data[0]).toString("latin1", 8, 12), "WEBP");
    const edited = await answerOf(await post(`${base}/images/edits`,
        formOf({ model: vendors, prompt: "at dusk", quality: "auto", size: "auto" }, [["image[]", picture, "fox.png"]])));
    assert.ok(fromBase64(edited.data[0]).length > 0);
});

test("LibreChat's older tool downloads a link and takes its ending", async () => {
    const answer = await answerOf(await post(`${base}/images/generations`, { model: "dall-e-3", prompt: "a fox", n: 1,
        size: "1792x1024", quality: "standard", style: "vivid" }));
    assert.match(new URL(answer.data[0].url).pathname, /\.(png|jpg|jpeg|webp)$/);
    assert.ok(sizeOf(await download(answer.data[0].url))[0] > sizeOf(await download(answer.data[0].url))[1]);
});

test("LangChain's wrappers read links alone", async () => {
    const asked = await answerOf(await post(`${base}/images/generations`, { model: "dall-e-3", prompt: "a fox", n: 1,
        size: "1024x1024", quality: "standard", style: "vivid", response_format: "url", user: "u" }));
    await download(asked.data[0].url);
    const silent = await answerOf(await post(`${base}/images/generations`,
        { prompt: "a fox", n: 1, size: "1024x1024", model: painter, quality: "standard" }));
    await download(silent.data[0].url);
});

test("n8n checks its key by the list of models, and finds those it shows", async () => {
    const list = await answerOf(await fetch(`${base}/models`, { headers: authorization }));
    const shown = list.data.map((model) => model.id).filter((id) => id.includes("dall-e") || id.includes("gpt-image"));
    assert.ok(shown.includes("gpt-image-1") && shown.includes("dall-e-3"), shown.join());
    assert.equal((await fetch(`${base}/models`, { headers: { Authorization: "Bearer wrong" } })).status, 401);
});

test("n8n draws and edits", async () => {
    const inline = await answerOf(await post(`${base}/images/generations`, { prompt: "a fox", model: painter, n: 1,
        size: "1024x1024", quality: "hd", style: "vivid", response_format: "b64_json" }));
    assert.deepEqual(sizeOf(fromBase64(inline.data[0])), [1024, 1024]);
    const edit = formOf({ model: vendors, prompt: "at dusk", n: "1", size: "1024x1024", quality: "auto", background: "auto",
        input_fidelity: "low", output_format: "png", output_compression: "100" }, [["image[]", picture, "a.png"]]);
    assert.ok(fromBase64((await answerOf(await post(`${base}/images/edits`, edit))).data[0]));
});

test("Cherry Studio, from its own page, reads links and base64, and messages of errors", async () => {
    const headers = { Origin: page };
    const preflight = await fetch(`${origin}/v1/images/generations`, { method: "OPTIONS",
        headers: { Origin: page, "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "authorization,content-type,x-stainless-lang" } });
    assert.ok(preflight.ok);
    assert.equal(preflight.headers.get("access-control-allow-origin"), page);
    const answer = await post(`${origin}/v1/images/generations`, { prompt: "a fox", model: painter, n: 2 }, headers);
    assert.equal(answer.headers.get("access-control-allow-origin"), page);
    for (const image of (await answerOf(answer)).data) {
        assert.ok(image.url || image.b64_json);
    }
    const edit = formOf({ prompt: "at dusk", model: vendors, n: "1" },
        [["image", picture, "a.png"], ["image", picture, "b.png"]]);
    assert.equal((await answerOf(await post(`${origin}/v1/images/edits`, edit, headers))).data.length, 1);
    const refused = await post(`${origin}/v1/images/generations`, { prompt: "a fox", model: "no-such-model", n: 1 }, headers);
    assert.equal(refused.status, 404);
    assert.equal(typeof (await refused.json()).error.message, "string");
});

test("LobeChat sends all that its page has, whatever the model", async () => {
    const answer = await answerOf(await post(`${base}/images/generations`,
        { model: painter, n: 1, prompt: "a fox", aspectRatio: "16:9", seed: 7, steps: 20, cfg: 2.5, samplerName: "euler" }));
    const image = answer.data[0];
    assert.ok(image.b64_json ? fromBase64(image).length : (await download(image.url)).length);
    const edit = formOf({ model: vendors, n: "1", prompt: "at dusk", input_fidelity: "high" }, [["image", picture, "a.png"]]);
    assert.ok(fromBase64((await answerOf(await post(`${base}/images/edits`, edit))).data[0]));
});

test("LobeChat's chat models that draw", async () => {
    const answer = await answerOf(await post(`${base}/chat/completions`,
        { model: painter, messages: [{ role: "user", content: "a fox" }], modalities: ["image", "text"], stream: false }));
    const url = answer.choices[0].message.images[0].image_url.url;
    assert.match(url, /^data:image\//);
});

test("Dify checks by the list and passes over what has no base64", async () => {
    assert.ok((await fetch(`${base}/models`, { headers: authorization })).ok);
    for (const [model, more] of [["dall-e-3", { quality: "standard", style: "vivid", response_format: "b64_json" }],
        ["gpt-image-1", { quality: "auto" }]]) {
        const answer = await answerOf(await post(`${base}/images/generations`,
            { model, prompt: "a fox", n: 1, size: "1024x1024", ...more }));
        assert.equal(answer.data.filter((image) => image.b64_json).length, 1, model);
    }
});

test("LiteLLM's proxy passes on what its own clients send", async () => {
    const answer = await answerOf(await post(`${base}/images/generations`,
        { model: painter, prompt: "a fox", n: 1, size: "1024x1024", quality: "hd", style: "natural", user: "u-1",
            response_format: "url" }, { "X-Stainless-Retry-Count": "0", "X-Stainless-Lang": "python" }));
    await download(answer.data[0].url);
    const edit = formOf({ model: vendors, prompt: "at dusk", n: "1" }, [["image[]", picture, "image_edit.png"]]);
    assert.ok((await answerOf(await post(`${base}/images/edits`, edit))).created > 0);
});

test("SillyTavern looks by OPTIONS, without an origin", async () => {
    const answer = await fetch(`${base}/images/generations`, { method: "OPTIONS" });
    assert.ok(answer.ok);
    assert.equal(answer.headers.get("access-control-allow-origin"), null);
});

test("addresses joined without care reach it, and cost once", async () => {
    const before = await billed();
    await answerOf(await post(`${base}//images/generations`, { model: vendors, prompt: "a fox", size: "1024x1024" }));
    assert.equal(await billed() - before, 1);
});
