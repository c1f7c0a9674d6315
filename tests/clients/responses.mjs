// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Answers of /v1/responses that are kept, with OpenAI's own clients and Vercel's AI SDK; also by the next gateway of the
// same home.
import assert from "node:assert/strict";
import test from "node:test";
import { makeHome, startGateway } from "./harness.mjs";
import { load } from "./packages.mjs";
import { startStandIn } from "./standin.mjs";

const vendor = await startStandIn("chat-api");
const key = "chat-key";
const variables = { OPENAI_API_KEY: key, LIGHTWELL_OPENAI_BASE_URL: vendor.url,
    MISTRAL_API_KEY: key, LIGHTWELL_MISTRAL_BASE_URL: vendor.url };
const home = makeHome();
const gateway = await startGateway(variables, home, 0, ["--store-responses"]);
const options = { apiKey: gateway.key, baseURL: gateway.url };
const lastBody = async () => (await vendor.calls()).at(-1).body;
const models = { "gpt-5": "messages", "mistral-small-latest": "messages" }; // both are asked in a chat

for (const name of ["openai", "openai6"]) {
    const { OpenAI } = load(name);
    const client = new OpenAI(options);

    for (const [model, list] of Object.entries(models)) {
        test(`${name}: ${model} goes on`, async () => {
            const first = await client.responses.create({ model, input: "my name is Ada" });
            const second = await client.responses.create({ model, input: "what is it?", previous_response_id: first.id });
            assert.equal(second.previous_response_id, first.id);
            const sent = await lastBody();
            assert.deepEqual(sent[list].map((message) => message.role), ["user", "assistant", "user"]);
            assert.ok(!JSON.stringify(sent).includes(first.id));
            const stream = client.responses.stream({ model, input: "sure?", previous_response_id: second.id });
            const third = await stream.finalResponse();
            assert.equal(third.output_text, "sure?");
            assert.equal((await lastBody())[list].length, 5);
            assert.equal((await client.responses.retrieve(third.id)).output_text, "sure?");
            const items = [];
            for await (const item of client.responses.inputItems.list(third.id, { limit: 2, order: "asc" })) items.push(item);
            assert.deepEqual(items.map((item) => item.role), ["user", "assistant", "user", "assistant", "user"]);
            await client.responses.delete(third.id);
            for (const gone of [() => client.responses.retrieve(third.id), () => client.responses.delete(third.id)]) {
                await assert.rejects(gone(), (error) => error instanceof OpenAI.NotFoundError);
            }
            await assert.rejects(client.responses.create({ model, input: "still?", previous_response_id: third.id }),
                (error) => error instanceof OpenAI.BadRequestError && error.code === "previous_response_not_found"
                    && error.param === "previous_response_id");
        });
    }

    test(`${name}: a picture is worked on`, async () => {
        const tools = [{ type: "image_generation", model: "sketchbook-scene" }];
        const first = await client.responses.create({ model: "gpt-5", input: "draw a lighthouse", tools });
        const drawn = first.output.find((item) => item.type === "image_generation_call");
        const again = (await client.responses.retrieve(first.id)).output.find((item) => item.type === "image_generation_call");
        assert.equal(again.result, drawn.result);
        const second = await client.responses.create({ model: "gpt-5", input: "is it good?", previous_response_id: first.id });
        assert.equal(second.output_text, "is it good?");
        assert.ok(!JSON.stringify(await lastBody()).includes(drawn.result));
    });
}

test("Vercel's AI SDK refers to what is kept", async () => {
    const { generateText } = load("ai");
    const { createOpenAI } = load("@ai-sdk/openai");
    const openai = createOpenAI(options);
    for (const [model, list] of Object.entries(models)) {
        const messages = [{ role: "user", content: "my name is Ada" }];
        const first = await generateText({ model: openai.responses(model), messages });
        messages.push(...first.response.messages, { role: "user", content: "what is it?" });
        assert.equal((await generateText({ model: openai.responses(model), messages })).text, "what is it?");
        const sent = (await lastBody())[list];
        assert.deepEqual(sent.map((message) => message.role), ["user", "assistant", "user"]);
        assert.ok(JSON.stringify(sent[1].content).includes("my name is Ada"));
    }
});

test("a later gateway goes on with them, and one that keeps none says how to", async () => {
    const { OpenAI } = load("openai");
    const first = await new OpenAI(options).responses.create({ model: "gpt-5", input: "my name is Ada" });
    gateway.kill("SIGTERM");
    assert.equal(await gateway.exited, 0);
    const again = async (more) => {
        const next = await startGateway(variables, home, 0, more);
        return [next, new OpenAI({ apiKey: next.key, baseURL: next.url })];
    };
    const goOn = { model: "gpt-5", input: "what is it?", previous_response_id: first.id };
    const [off, refusing] = await again([]);
    await assert.rejects(refusing.responses.create(goOn),
        (error) => error instanceof OpenAI.BadRequestError && error.param === "previous_response_id");
    off.kill("SIGTERM");
    assert.equal(await off.exited, 0);
    const [, client] = await again(["--store-responses"]);
    assert.equal((await client.responses.create(goOn)).previous_response_id, first.id);
});
