// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Text models through the gateway with the clients that programs are made with: two of OpenAI's own, Vercel's AI SDK and
// LangChain.
import assert from "node:assert/strict";
import test from "node:test";
import { startGateway } from "./harness.mjs";
import { load } from "./packages.mjs";
import { startStandIn } from "./standin.mjs";

const { z } = load("zod");
const vendor = await startStandIn("chat-api");
const key = "chat-key";
const address = vendor.url;
const gateway = await startGateway({
    OPENAI_API_KEY: key, LIGHTWELL_OPENAI_BASE_URL: address,
    ANTHROPIC_API_KEY: key, LIGHTWELL_ANTHROPIC_BASE_URL: address,
    MISTRAL_API_KEY: key, LIGHTWELL_MISTRAL_BASE_URL: address,
    DEEPSEEK_API_KEY: key, LIGHTWELL_DEEPSEEK_BASE_URL: address,
    GROQ_API_KEY: key, LIGHTWELL_GROQ_BASE_URL: address,
    OPENROUTER_API_KEY: key, LIGHTWELL_OPENROUTER_BASE_URL: address,
    GEMINI_API_KEY: key, LIGHTWELL_GOOGLE_GEMINI_BASE_URL: address,
});
const options = { apiKey: gateway.key, baseURL: gateway.url };
const say = (content) => [{ role: "user", content }];
const picture = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const weather = { type: "function", function: { name: "weather", description: "How it is", parameters: {
    type: "object", properties: { city: { type: "string" } }, required: ["city"] } } };
const lastBody = async () => (await vendor.calls()).at(-1).body;
const callsOf = async (work) => {
    const before = (await vendor.calls()).length;
    await work();
    return (await vendor.calls()).length - before;
};

for (const name of ["openai", "openai6"]) {
    const { OpenAI } = load(name);
    const client = new OpenAI(options);

    test(`${name}: a chat`, async () => {
        const answer = await client.chat.completions.create({ model: "gpt-5-mini", messages: say("good morning") });
        assert.equal(answer.choices[0].message.content, "good morning");
        assert.equal(answer.choices[0].finish_reason, "stop");
        assert.ok(answer.usage.total_tokens > 0);
        assert.match(answer._request_id, /^gen_/);
    });

    test(`${name}: a stream, with the usage where it is asked for`, async () => {
        for (const asked of [false, true]) {
            const stream = await client.chat.completions.create({ model: "gpt-5-mini", messages: say("one two three"),
                stream: true, ...(asked ? { stream_options: { include_usage: true } } : {}) });
            const chunks = [];
            for await (const chunk of stream) chunks.push(chunk);
            assert.equal(chunks.map((chunk) => chunk.choices[0]?.delta.content ?? "").join(""), "one two three");
            assert.equal(chunks.some((chunk) => "usage" in chunk), asked);
            assert.equal(chunks.at(-1).usage?.total_tokens > 0, asked);
        }
    });

    test(`${name}: tools, structured output and a picture`, async () => {
        const called = await client.chat.completions.create({ model: "gpt-5", messages: say("call the tool weather"), tools: [weather] });
        assert.equal(called.choices[0].message.tool_calls[0].function.name, "weather");
        const schema = { type: "object", properties: { zebra: { type: "string" }, apple: { type: "string" } } };
        const runner = client.chat.completions.stream({ model: "gpt-5", messages: say("call the tool weather"), tools: [weather] });
        assert.equal((await runner.finalMessage()).tool_calls[0].function.arguments, '{"city":"Oslo"}');
        await client.chat.completions.create({ model: "gpt-5", messages: say("x"),
            response_format: { type: "json_schema", json_schema: { name: "s", schema } } });
        assert.deepEqual((await lastBody()).response_format.json_schema.schema, schema);
        const seen = await client.chat.completions.create({ model: "gpt-5", messages: [{ role: "user", content: [
            { type: "text", text: "a dot" }, { type: "image_url", image_url: { url: picture } }] }] });
        assert.equal(seen.choices[0].message.content, "1 pictures and a dot");
    });

    test(`${name}: a link that leads nowhere is refused by its place`, async () => {
        const ask = (url) => client.chat.completions.create({ model: "gpt-5", messages: [{ role: "user", content: [
            { type: "text", text: "a dot" }, { type: "image_url", image_url: { url } }] }] });
        const paid = await callsOf(async () => {
            for (const url of ["file:///etc/passwd", "https://me:secret@pictures.example/a.png", "http:127.0.0.1"]) {
                await assert.rejects(ask(url), (error) => error instanceof OpenAI.BadRequestError
                    && error.param === "messages[0].content[1].image_url" && !error.message.includes("secret"));
            }
        });
        assert.equal(paid, 0);
        assert.equal((await ask("https://pictures.example/a.png")).choices[0].message.content, "1 pictures and a dot");
    });

    test(`${name}: a damaged answer is mended`, async () => {
        const wish = { model: "gpt-5", messages: say("damaged JSON"), response_format: { type: "json_object" } };
        const damaged = await client.chat.completions.create(wish);
        assert.throws(() => JSON.parse(damaged.choices[0].message.content));
        const mended = await client.chat.completions.create({ ...wish, plugins: [{ id: "response-healing" }] });
        assert.deepEqual(JSON.parse(mended.choices[0].message.content), { city: "Oslo", temperature: 7 });
    });

    test(`${name}: responses and embeddings`, async () => {
        const answer = await client.responses.create({ model: "gpt-5", input: "good evening" });
        assert.equal(answer.output_text, "good evening");
        const stream = client.responses.stream({ model: "gpt-5", input: "one two" });
        const words = [];
        for await (const event of stream) {
            if (event.type === "response.output_text.delta") words.push(event.delta);
        }
        assert.deepEqual(words, ["one", " two"]);
        assert.equal((await stream.finalResponse()).output_text, "one two");
        const vectors = await client.embeddings.create({ model: "text-embedding-3-small", input: ["a", "b"] });
        assert.deepEqual(vectors.data.map((entry) => entry.embedding), [[0.5, 0, -1], [0.5, 1, -1]]);
        await assert.rejects(client.responses.create({ model: "gpt-5", input: "go on", previous_response_id: "resp_1" }),
            (error) => error instanceof OpenAI.BadRequestError && error.param === "previous_response_id");
    });

    test(`${name}: the image tool`, async () => {
        const wish = { model: "gpt-5", input: "draw a lighthouse", tools: [{ type: "image_generation", model: "sketchbook-scene" }] };
        const drawn = (response) => response.output.filter((item) => item.type === "image_generation_call");
        const isPicture = (item) => Buffer.from(item.result, "base64").subarray(1, 4).toString() === "PNG";
        const answer = await client.responses.create(wish);
        assert.equal(answer.status, "completed");
        assert.equal(drawn(answer).length, 1);
        assert.ok(isPicture(drawn(answer)[0]));
        assert.equal(drawn(answer)[0].revised_prompt, "a lighthouse");
        assert.ok(answer.output_text.length > 0);
        const stream = client.responses.stream(wish);
        const types = [];
        for await (const event of stream) types.push(event.type);
        assert.ok(types.includes("response.image_generation_call.generating"));
        assert.ok(types.includes("response.image_generation_call.completed"));
        assert.ok(isPicture(drawn(await stream.finalResponse())[0]));
        const before = (await vendor.calls()).length;
        for (const alone of [{ ...wish, tool_choice: { type: "image_generation" } }, { ...wish, model: "sketchbook-scene" }]) {
            assert.ok(isPicture(drawn(await client.responses.create(alone))[0]));
            assert.ok(isPicture(drawn(await client.responses.stream(alone).finalResponse())[0]));
        }
        assert.equal((await vendor.calls()).length, before);
        // What came goes back, as programs do that keep the conversation themselves.
        const more = await client.responses.create({ ...wish, input: [{ role: "user", content: "draw a lighthouse" },
            ...answer.output, { role: "user", content: "thank you" }] });
        assert.equal(more.output_text, "thank you");
        await assert.rejects(client.responses.create({ ...wish, tools: [{ type: "image_generation", model: "no-such" }] }),
            (error) => error instanceof OpenAI.NotFoundError && error.code === "MODEL_NOT_FOUND");
    });

    test(`${name}: errors have their types`, async () => {
        await assert.rejects(client.chat.completions.create({ model: "no-such", messages: say("x") }),
            (error) => error instanceof OpenAI.NotFoundError && error.code === "MODEL_NOT_FOUND");
        await assert.rejects(client.chat.completions.create({ model: "no-such", messages: say("x"), stream: true }),
            (error) => error instanceof OpenAI.NotFoundError);
        await assert.rejects(client.chat.completions.create({ model: "sketchbook-scene", messages: say("x") }),
            (error) => error instanceof OpenAI.BadRequestError && error.param === "model");
        await assert.rejects(client.chat.completions.create({ model: "gpt-5", messages: say("x"), modalities: ["image"] }),
            (error) => error instanceof OpenAI.NotFoundError && error.param === "model");
        await assert.rejects(client.chat.completions.create({ model: "openai/of-unknown-price", messages: say("x") }),
            (error) => error.status === 402);
    });

    test(`${name}: an image model draws where pictures are asked for`, async () => {
        const answer = await client.chat.completions.create(
            { model: "sketchbook-scene", messages: say("a lighthouse"), modalities: ["image"] });
        assert.match(answer.choices[0].message.images[0].image_url.url, /^data:image\/png;base64,/);
    });

    test(`${name}: the client does not repeat what may be billed`, async () => {
        await vendor.script({ point: "chat", drop: true, billed: true });
        assert.equal(await callsOf(() => assert.rejects(
            client.chat.completions.create({ model: "gpt-5", messages: say("lost") }),
            (error) => error.status === 502 && error.headers.get("x-should-retry") === "false")), 1);
    });
}

test("each provider at its own path", async () => {
    const { OpenAI } = load("openai");
    const client = new OpenAI(options);
    const paths = {
        "claude-haiku-4-5": "/v1/chat/completions", "mistral-small-latest": "/v1/chat/completions",
        "deepseek-chat": "/v1/chat/completions", "groq/openai/gpt-oss-120b": "/openai/v1/chat/completions",
        "z-ai/glm-5.1": "/api/v1/chat/completions", "gemini-3.5-flash": "/v1beta/openai/chat/completions",
    };
    for (const [model, path] of Object.entries(paths)) {
        const answer = await client.chat.completions.create({ model, messages: say("hello"), max_tokens: 10 });
        assert.equal(answer.choices[0].message.content, "hello");
        const call = (await vendor.calls()).at(-1);
        assert.equal(call.path, path);
        assert.equal(call.headers.authorization, `Bearer ${key}`);
    }
});

test("models of both kinds are listed", async () => {
    const { OpenAI } = load("openai");
    const models = {};
    for await (const model of new OpenAI(options).models.list()) models[model.id] = model;
    assert.equal(models["gpt-5"].modality, "text");
    assert.equal(models["sketchbook-scene"].modality, "image");
    assert.ok(Object.values(models).filter((model) => model.modality === "text").length >= 40);
    assert.equal((await new OpenAI(options).models.retrieve("claude-opus-5-5")).id, "claude-opus-5-5");
});

test("Vercel's AI SDK", async () => {
    const { generateText, streamText, generateObject, embedMany, tool } = load("ai");
    const { createOpenAI } = load("@ai-sdk/openai");
    const { createOpenAICompatible } = load("@ai-sdk/openai-compatible");
    const openai = createOpenAI(options);
    const compatible = createOpenAICompatible({ name: "lightwell", ...options });
    for (const model of [openai.chat("gpt-5-mini"), openai.responses("gpt-5-mini"), compatible("gpt-5-mini")]) {
        const { text, usage } = await generateText({ model, prompt: "tell me more" });
        assert.equal(text, "tell me more");
        assert.ok(usage.totalTokens > 0);
        const stream = streamText({ model, prompt: "one two three" });
        const parts = [];
        for await (const part of stream.textStream) parts.push(part);
        assert.equal(parts.join(""), "one two three");
        assert.ok(parts.length > 1);
    }
    const tools = { weather: tool({ description: "How it is", inputSchema: z.object({ city: z.string() }) }) };
    for (const model of [openai.chat("gpt-5-mini"), compatible("gpt-5-mini")]) {
        const { toolCalls } = await generateText({ model, prompt: "call the tool weather", tools });
        assert.deepEqual(toolCalls[0].input, { city: "Oslo" });
    }
    const drawn = await generateText({ model: openai.responses("gpt-5-mini"), prompt: "draw a lighthouse",
        tools: { image_generation: openai.tools.imageGeneration({ model: "sketchbook-scene" }) } });
    assert.match(drawn.staticToolResults[0].output.result, /^iVBOR/);
    const healed = await generateObject({ model: compatible("gpt-5-mini"), prompt: "damaged JSON",
        schema: z.object({ city: z.string(), temperature: z.number() }),
        providerOptions: { lightwell: { plugins: [{ id: "response-healing" }], response_format: { type: "json_object" } } } })
        .catch((error) => error);
    assert.deepEqual(healed.object, { city: "Oslo", temperature: 7 });
    const { embeddings } = await embedMany({ model: openai.embedding("text-embedding-3-small"), values: ["a", "b"] });
    assert.deepEqual(embeddings, [[0.5, 0, -1], [0.5, 1, -1]]);
});

test("equal calls are paid once where a header says so", async () => {
    const { OpenAI } = load("openai");
    const { generateText, streamText } = load("ai");
    const { createOpenRouter } = load("@openrouter/ai-sdk-provider");
    const client = new OpenAI({ ...options, defaultHeaders: { "X-Lightwell-Cache": "true" } });
    const wish = { model: "gpt-5-mini", messages: say("only once") };
    const answers = [];
    assert.equal(await callsOf(async () => {
        for (let i = 0; i < 2; ++i) answers.push(await client.chat.completions.create(wish).withResponse());
    }), 1);
    assert.deepEqual(answers.map(({ response }) => response.headers.get("x-lightwell-cache-status")), ["MISS", "HIT"]);
    assert.deepEqual(answers[1].data.choices, answers[0].data.choices);
    assert.ok(answers[0].data.usage.total_tokens > 0);
    assert.equal(answers[1].data.usage.total_tokens, 0);
    const streams = [];
    assert.equal(await callsOf(async () => {
        for (let i = 0; i < 2; ++i) {
            const chunks = [];
            for await (const chunk of await client.chat.completions.create({ ...wish, stream: true })) chunks.push(chunk);
            streams.push(chunks);
        }
    }), 1);
    assert.deepEqual(streams[1], streams[0]);

    const openrouter = createOpenRouter({ apiKey: gateway.key, baseURL: gateway.url.replace(/\/v1$/, "/api/v1"),
        headers: { "X-OpenRouter-Cache": "true" } });
    const model = openrouter.chat("openai/gpt-5-mini");
    const results = [];
    assert.equal(await callsOf(async () => {
        for (let i = 0; i < 2; ++i) results.push(await generateText({ model, prompt: "at OpenRouter's" }));
    }), 1);
    assert.equal(results[1].text, "at OpenRouter's");
    assert.ok(results[0].providerMetadata.openrouter.usage.cost > 0);
    assert.equal(results[1].providerMetadata.openrouter.usage.cost, 0);
    assert.notEqual(results[1].response.id, results[0].response.id);
    assert.equal(await callsOf(async () => {
        for (let i = 0; i < 2; ++i) {
            const stream = streamText({ model, prompt: "one two three" });
            const parts = [];
            for await (const part of stream.textStream) parts.push(part);
            assert.equal(parts.join(""), "one two three");
            assert.equal((await stream.providerMetadata).openrouter.usage.cost > 0, i === 0);
        }
    }), 1);
});

test("LangChain", async () => {
    const { ChatOpenAI, OpenAIEmbeddings } = load("@langchain/openai");
    const model = new ChatOpenAI({ model: "gpt-4o-mini", apiKey: gateway.key, configuration: { baseURL: gateway.url } });
    assert.equal((await model.invoke("good morning")).content, "good morning");
    const parts = [];
    for await (const part of await model.stream("one two three")) parts.push(part.content);
    assert.equal(parts.join(""), "one two three");
    const withTools = await model.bindTools([weather]).invoke("call the tool weather");
    assert.deepEqual(withTools.tool_calls[0].args, { city: "Oslo" });
    const embeddings = new OpenAIEmbeddings({ model: "text-embedding-3-small", apiKey: gateway.key, configuration: { baseURL: gateway.url } });
    assert.deepEqual(await embeddings.embedDocuments(["a", "b"]), [[0.5, 0, -1], [0.5, 1, -1]]);
});

test("a client that stops reading stops the vendor", async () => {
    const { OpenAI } = load("openai");
    const stream = await new OpenAI(options).chat.completions.create({ model: "gpt-5", messages: say("word ".repeat(200)), stream: true });
    for await (const chunk of stream) {
        assert.ok(chunk.id);
        break;
    }
    const answer = await new OpenAI(options).chat.completions.create({ model: "gpt-5", messages: say("still there") });
    assert.equal(answer.choices[0].message.content, "still there");
});
