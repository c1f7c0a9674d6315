// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// OpenAI's own client repeats by itself what it got no answer to. A gateway that ends amid a paid call must not make it
// pay twice.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { once } from "node:events";
import test, { after } from "node:test";
import { startGateway } from "./harness.mjs";
import { load } from "./packages.mjs";

const { OpenAI } = load("openai");

/// A vendor that takes a call and is silent about it.
async function startSilentVendor() {
    let paid = 0;
    let heard = () => {};
    const vendor = createServer((request) => {
        paid += request.method === "POST" ? 1 : 0;
        heard();
    });
    vendor.listen(0, "127.0.0.1");
    await once(vendor, "listening");
    after(() => {
        vendor.closeAllConnections();
        vendor.close();
    });
    return {
        variables: { OPENAI_API_KEY: "sk-test", LIGHTWELL_OPENAI_BASE_URL: `http://127.0.0.1:${vendor.address().port}` },
        paid: () => paid,
        call: () => new Promise((resolve) => { heard = resolve; }),
    };
}

const portOf = (gateway) => new URL(gateway.url).port;
const wish = { model: "openai/gpt-image-2", prompt: "a paper boat" };

test("a gateway that is stopped answers first", async () => {
    const vendor = await startSilentVendor();
    const gateway = await startGateway(vendor.variables);
    const client = new OpenAI({ apiKey: gateway.key, baseURL: gateway.url, maxRetries: 4 });
    const arrived = vendor.call();
    const answer = client.images.generate(wish).then(() => assert.fail(), (error) => error);
    await arrived;
    gateway.kill("SIGTERM");
    gateway.kill("SIGTERM"); // impatient, as with a second Ctrl+C
    assert.equal(await gateway.exited, 0);
    await startGateway(vendor.variables, gateway.home, portOf(gateway));
    const error = await answer;
    assert.equal(error.status, 503);
    assert.equal(error.headers.get("x-should-retry"), "false");
    assert.match(error.requestID, /^gen_/);
    assert.equal(vendor.paid(), 1);
});

test("a gateway that is killed finds the call again", async () => {
    const vendor = await startSilentVendor();
    const gateway = await startGateway(vendor.variables);
    const client = new OpenAI({ apiKey: gateway.key, baseURL: gateway.url, maxRetries: 8 });
    const arrived = vendor.call();
    const answer = client.images.generate(wish).then(() => assert.fail(), (error) => error);
    await arrived;
    gateway.kill("SIGKILL");
    await gateway.exited;
    await startGateway(vendor.variables, gateway.home, portOf(gateway));
    const error = await answer;
    assert.equal(error.headers.get("x-should-retry"), "false"); // nobody knows whether it is billed
    assert.match(error.requestID, /^gen_/);
    assert.equal(vendor.paid(), 1);
});
