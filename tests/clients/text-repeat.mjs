// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Calls to text models that OpenAI's own clients send again by their Idempotency-Key when the gateway was started anew.
// Each is paid once: answered where its words are kept, else refused so that no client tries by itself again and again.
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import test, { after } from "node:test";
import { makeHome, startGateway } from "./harness.mjs";
import { load } from "./packages.mjs";

/// A vendor of text models; while `holds`, it says nothing.
async function startVendor() {
    const vendor = { paid: 0, holds: false };
    const arrived = [];
    const server = createServer(async (request, response) => {
        for await (const piece of request) void piece;
        ++vendor.paid;
        arrived.shift()?.();
        if (vendor.holds) return;
        response.writeHead(200, { "Content-Type": "application/json" });
        if (request.url.endsWith("/embeddings")) {
            return response.end(JSON.stringify({ object: "list", model: "e", usage: { prompt_tokens: 2, total_tokens: 2 },
                data: [{ object: "embedding", index: 0, embedding: [0.25, -0.5, vendor.paid] }] }));
        }
        const message = { role: "assistant", content: "good morning" };
        const usage = { prompt_tokens: 4, completion_tokens: 2, total_tokens: 6 };
        response.end(JSON.stringify({ id: `chat-${vendor.paid}`, object: "chat.completion", created: 1790000000,
            model: "m", choices: [{ index: 0, message, finish_reason: "stop" }], usage }));
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    after(() => {
        server.closeAllConnections();
        server.close();
    });
    vendor.call = () => new Promise((resolve) => arrived.push(resolve));
    const address = `http://127.0.0.1:${server.address().port}`;
    vendor.variables = { MISTRAL_API_KEY: "k", LIGHTWELL_MISTRAL_BASE_URL: address, OPENAI_API_KEY: "k",
        LIGHTWELL_OPENAI_BASE_URL: address };
    return vendor;
}

/// A gateway that can be started anew, and clients that count how often they try.
async function startHouse(options = []) {
    const house = { vendor: await startVendor(), home: makeHome(), tries: 0 };
    house.start = async (more = options) => {
        house.gateway = await startGateway(house.vendor.variables, house.home, 0, more);
    };
    house.restart = async (signal = "SIGTERM", more = options) => {
        house.gateway.kill(signal);
        await house.gateway.exited;
        await house.start(more);
    };
    house.client = (OpenAI) => new OpenAI({ apiKey: house.gateway.key, baseURL: house.gateway.url, maxRetries: 4,
        fetch: (...request) => {
            ++house.tries;
            return fetch(...request);
        } });
    await house.start();
    return house;
}

const model = "mistral/mistral-small-latest";
const chat = { model, messages: [{ role: "user", content: "good morning" }] };
const by = (key) => ({ headers: { "Idempotency-Key": key } });
const isRefused = (house, status, code) => (error) => {
    assert.equal(error.status, status);
    assert.equal(error.code, code);
    assert.equal(/^gen_/.test(error.requestID), status !== 422); // which no call of its own has begun
    assert.equal(house.tries, 1); // it tries no further by itself
    return true;
};

for (const name of ["openai", "openai6"]) {
    const { OpenAI } = load(name);

    test(`${name}: a chat that was finished says that its words are gone`, async () => {
        const house = await startHouse();
        const first = await house.client(OpenAI).chat.completions.create(chat, by("k-1"));
        const again = await house.client(OpenAI).chat.completions.create(chat, by("k-1"));
        assert.equal(again.id, first.id);
        await house.restart();
        for (const stream of [false, true]) {
            house.tries = 0;
            const wish = stream ? { ...chat, stream } : chat;
            await assert.rejects(house.client(OpenAI).chat.completions.create(wish, by("k-1")),
                stream ? isRefused(house, 422, "INVALID_REQUEST") : isRefused(house, 410, "ANSWER_NOT_KEPT"));
        }
        assert.equal(house.vendor.paid, 1);
    });

    test(`${name}: chats and embeddings that are kept are told again, streams with all their events`, async () => {
        const house = await startHouse(["--store-responses"]);
        const wishes = { model: "openai/text-embedding-3-small", input: "good morning", encoding_format: "float" };
        const ask = async () => {
            const client = house.client(OpenAI);
            const whole = await client.chat.completions.create(chat, by("k-1"));
            const events = [];
            for await (const event of await client.chat.completions.create({ ...chat, stream: true }, by("k-2")))
                events.push(event);
            const embeddings = await client.embeddings.create(wishes, by("k-3"));
            return { whole, events, embeddings };
        };
        const first = await ask();
        assert.equal(first.whole.choices[0].message.content, "good morning");
        assert.equal(first.events.map((event) => event.choices[0]?.delta.content ?? "").join(""), "good morning");
        assert.equal(first.embeddings.data[0].embedding.length, 3);
        await house.restart();
        assert.deepEqual(await ask(), first);
        assert.equal(house.vendor.paid, 3);
        await house.restart("SIGKILL");
        assert.deepEqual(await ask(), first);
        assert.equal(house.vendor.paid, 3);
        await house.restart("SIGTERM", []); // switched off, nothing that is kept is told
        house.tries = 0;
        await assert.rejects(house.client(OpenAI).chat.completions.create(chat, by("k-1")),
            isRefused(house, 410, "ANSWER_NOT_KEPT"));
        assert.equal(house.vendor.paid, 3);
    });

    test(`${name}: a response that is kept is told again, whole and as a stream`, async () => {
        const house = await startHouse(["--store-responses"]);
        const whole = await house.client(OpenAI).responses.create({ model, input: "good morning" }, by("k-1"));
        const streamed = await house.client(OpenAI).responses.stream({ model, input: "good morning" }, by("k-2")).finalResponse();
        await house.restart();
        const again = await house.client(OpenAI).responses.create({ model, input: "good morning" }, by("k-1"));
        assert.equal(again.id, whole.id);
        assert.equal(again.output_text, "good morning");
        const stream = house.client(OpenAI).responses.stream({ model, input: "good morning" }, by("k-2"));
        let said = "";
        stream.on("response.output_text.delta", (event) => said += event.delta);
        const told = await stream.finalResponse();
        assert.equal(said, "good morning");
        assert.equal(told.id, streamed.id);
        assert.deepEqual(told.output, streamed.output);
        assert.equal(house.vendor.paid, 2);
        await house.restart("SIGTERM", []); // switched off, nothing that is kept is told
        house.tries = 0;
        await assert.rejects(house.client(OpenAI).responses.create({ model, input: "good morning" }, by("k-1")),
            (error) => isRefused(house, 410, "ANSWER_NOT_KEPT")(error) && error.message.includes("--store-responses"));
        assert.equal(house.vendor.paid, 2);
    });

    test(`${name}: a call that was under way when the gateway was killed may be billed`, async () => {
        const house = await startHouse();
        house.vendor.holds = true;
        const arrived = house.vendor.call();
        const lost = house.client(OpenAI).chat.completions.create(chat, { ...by("k-1"), maxRetries: 0 })
            .then(() => assert.fail(), (error) => error);
        await arrived;
        await house.restart("SIGKILL");
        await lost;
        house.vendor.holds = false;
        house.tries = 0;
        await assert.rejects(house.client(OpenAI).chat.completions.create(chat, by("k-1")),
            isRefused(house, 502, "CALL_INTERRUPTED"));
        assert.equal(house.vendor.paid, 1);
        assert.equal((await house.client(OpenAI).chat.completions.create(chat, by("k-2"))).choices[0].message.content,
            "good morning");
    });
}
