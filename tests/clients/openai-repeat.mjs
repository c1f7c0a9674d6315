// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// OpenAI's own client repeats by itself what it got no answer to, with x-stainless-retry-count and, where it was given
// one, the same Idempotency-Key. Between it and the gateway is a line that breaks where the test says.
import assert from "node:assert/strict";
import { once } from "node:events";
import { connect, createServer } from "node:net";
import test, { after } from "node:test";
import { makeHome, startGateway } from "./harness.mjs";
import { load } from "./packages.mjs";
import { startStandIn } from "./standin.mjs";

const { OpenAI } = load("openai");

/// Passes connections on to `port()`. The next `breaks` answers are lost: their first byte ends the connection, so the
/// gateway has done its work and the client knows nothing of it.
async function startLine(port) {
    const line = { breaks: 0, broken: 0, requests: "" };
    const server = createServer((client) => {
        const gateway = connect(port(), "127.0.0.1");
        const end = () => { client.destroy(); gateway.destroy(); };
        client.on("data", (bytes) => {
            // The gateway is called by its own name alone.
            const said = bytes.toString("latin1").replace(/^(host: .*:)\d+\r$/im, `$1${port()}\r`);
            line.requests += said;
            gateway.write(said, "latin1");
        });
        gateway.on("data", (bytes) => {
            if (line.breaks > 0) {
                --line.breaks;
                ++line.broken;
                end();
            } else {
                client.write(bytes);
            }
        });
        for (const socket of [client, gateway]) {
            socket.on("error", end).on("close", end);
        }
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    after(() => server.close());
    line.url = (gateway) => gateway.url.replace(/:\d+\//, `:${server.address().port}/`);
    return line;
}

async function startHouse(provider, variables) {
    const standIn = await startStandIn(provider);
    const house = { home: makeHome(), variables: { ...variables, [`LIGHTWELL_${provider.toUpperCase()}_BASE_URL`]: standIn.url } };
    house.paid = async () => (await standIn.calls()).filter((call) => call.method === "POST" && call.bytes > 0).length;
    house.start = async () => {
        house.gateway = await startGateway(house.variables, house.home);
        return house.gateway;
    };
    house.restart = async () => {
        house.gateway.kill("SIGTERM");
        await house.gateway.exited;
        return house.start();
    };
    await house.start();
    house.line = await startLine(() => Number(new URL(house.gateway.url).port));
    house.client = (options = {}) =>
        new OpenAI({ apiKey: house.gateway.key, baseURL: house.line.url(house.gateway), maxRetries: 4, ...options });
    return house;
}

const by = (key) => ({ headers: { "Idempotency-Key": key } });
const vendors = [
    ["an answer at once", "openai", { OPENAI_API_KEY: "sk-standin-key" }, "openai/gpt-image-2"],
    ["a job", "fal", { FAL_KEY: "fal-id:fal-secret" }, "fal/flux.1-pro"],
];

for (const [name, provider, variables, model] of vendors) {
    for (const keyed of [false, true]) {
        test(`${name}, ${keyed ? "by its key" : "as a repetition"}: a lost answer is paid once`, async () => {
            const house = await startHouse(provider, variables);
            house.line.breaks = 1;
            const options = keyed ? by("lost-1") : {};
            const answer = await house.client().images.generate({ model, prompt: "a lost answer", size: "1024x1024" }, options);
            assert.equal(house.line.broken, 1);
            assert.match(house.line.requests, /x-stainless-retry-count: 1\r\n/i); // it was the client's own second try
            assert.equal(/idempotency-key: lost-1\r\n/i.test(house.line.requests), keyed);
            assert.equal(answer.data.length, 1);
            assert.equal(await house.paid(), 1);
        });
    }

    test(`${name}: the client's tries during a call find it running`, async () => {
        const house = await startHouse(provider, variables);
        const hasty = house.client({ timeout: 150, maxRetries: 20 });
        const wish = { model, prompt: "patience", size: "1024x1024" };
        const answer = await hasty.images.generate(wish, by("patience-1"));
        assert.equal(answer.data.length, 1);
        const again = await house.client().images.generate(wish, by("patience-1"));
        assert.equal(again.id, answer.id);
        await assert.rejects(
            house.client().images.generate({ ...wish, prompt: "another" }, by("patience-1")),
            (error) => error.status === 422);
        assert.equal(await house.paid(), 1);
    });

    test(`${name}: its key is known after a restart`, async () => {
        const house = await startHouse(provider, variables);
        const wish = { model, prompt: "kept", size: "1024x1024" };
        const first = await house.client().images.generate(wish, by("kept-1"));
        await house.restart();
        const second = await house.client().images.generate(wish, by("kept-1"));
        assert.equal(second.id, first.id);
        const other = house.client().images.generate({ ...wish, n: 2 }, by("kept-1"));
        await assert.rejects(other, (error) => error.status === 422);
        assert.equal(await house.paid(), 1);
    });
}

test("another key is another wish", async () => {
    const house = await startHouse("openai", { OPENAI_API_KEY: "sk-standin-key" });
    const wish = { model: "openai/gpt-image-2", prompt: "two", size: "1024x1024" };
    const one = await house.client().images.generate(wish, by("k-1"));
    const two = await house.client().images.generate(wish, by("k-2"));
    assert.notEqual(one.id, two.id);
    assert.equal(await house.paid(), 2);
});
