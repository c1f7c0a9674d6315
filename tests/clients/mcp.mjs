// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The official clients of the Model Context Protocol against POST /mcp and `lightwell-cli mcp`: the SDK of the revisions
// that begin with initialize, and the client of 2026-07-28. The built-in painter makes the pictures, and OpenAI's
// stand-in counts what would be paid.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { environmentFor, makeHome, startGateway } from "./harness.mjs";
import { load } from "./packages.mjs";
import { sizeOf, startStandIn } from "./standin.mjs";

const sdk = {
    ...load("@modelcontextprotocol/sdk/client/index.js"),
    ...load("@modelcontextprotocol/sdk/client/streamableHttp.js"),
    ...load("@modelcontextprotocol/sdk/client/stdio.js"),
    ...load("@modelcontextprotocol/sdk/types.js"),
};
const next = { ...load("@modelcontextprotocol/client"), ...load("@modelcontextprotocol/client/stdio") };

const openai = await startStandIn("openai");
const paid = { OPENAI_API_KEY: "sk-standin-key", LIGHTWELL_OPENAI_BASE_URL: openai.url };
const gateway = await startGateway(paid);
const address = new URL("/mcp", gateway.url);
const scene = { model: "sketchbook-scene", prompt: "a harbour at dawn", seed: 7 };
const dear = { model: "openai/gpt-image-2", prompt: "a paper boat", quality: "high", size: "1024x1024" };
const submissions = async () => (await openai.calls()).filter((call) => call.method === "POST").length;

/// How each of the clients reaches a server: over HTTP, or as a program of its own with the gateway's home.
const http = (kind) => new kind.StreamableHTTPClientTransport(address,
    { requestInit: { headers: { Authorization: `Bearer ${gateway.key}` } } });
const stdio = (kind, variables = {}, home = gateway.home) => new kind.StdioClientTransport({
    command: process.env.LIGHTWELL_CLI, args: ["mcp"], stderr: process.env.LIGHTWELL_VERBOSE ? "inherit" : "ignore",
    env: { ...environmentFor(home), ...paid, ...variables },
});
const who = { name: "test", version: "1" };
const ways = [
    ["SDK over HTTP", () => [new sdk.Client(who), http(sdk)], false],
    ["SDK over stdio", () => [new sdk.Client(who), stdio(sdk)], true],
    ["2026-07-28 over HTTP", () => [new next.Client(who,
        { versionNegotiation: { mode: { pin: "2026-07-28" } } }), http(next)], false, "modern"],
    ["2026-07-28 over stdio", () => [new next.Client(who,
        { versionNegotiation: { mode: { pin: "2026-07-28" } } }), stdio(next)], true, "modern"],
    ["the client of 2026-07-28 that begins with initialize", () => [new next.Client(who), http(next)], false, "legacy"],
    ["the client of 2026-07-28 that finds out", () => [new next.Client(who,
        { versionNegotiation: { mode: "auto" } }), http(next)], false, "modern"],
];

for (const [name, make, isPipe, era] of ways) {
    test(name, async (t) => {
        const [client, transport] = make();
        await client.connect(transport);
        t.after(() => client.close());
        assert.equal(client.getProtocolEra?.(), era);
        assert.match(client.getInstructions(), /real money/);

        const { tools } = await client.listTools();
        assert.deepEqual(tools.map((tool) => tool.name),
            ["estimate_cost", "generate_image", "edit_image", "get_job", "list_models", "usage"]);

        // The clients check structured content against the schemas they were told.
        const call = async (tool, args, options) =>
            await client.callTool({ name: tool, arguments: args }, ...(client instanceof sdk.Client ? [undefined, options] : [options]));
        const { structuredContent: list } = await call("list_models", { max_price_usd: 0 });
        assert.ok(list.models.some((model) => model.id === "sketchbook-scene" && model.price_usd === 0));
        const { structuredContent: estimate } = await call("estimate_cost", scene);
        assert.equal(estimate.estimated_cost_usd, 0);

        const told = [];
        const made = await call("generate_image", scene, { onprogress: (progress) => told.push(progress.progress) });
        assert.ok(!made.isError, made.content[0].text);
        assert.equal(made.structuredContent.status, "completed");
        assert.deepEqual(told, [...told].sort((a, b) => a - b));
        assert.ok(JSON.stringify(made).length < 700_000);
        const [text, image, link] = made.content;
        assert.deepEqual(JSON.parse(text.text), made.structuredContent);
        assert.equal(image.type, "image");
        const preview = Buffer.from(image.data, "base64");
        assert.equal(preview.readUInt16BE(0), 0xffd8);
        assert.equal(link.type, "resource_link");
        const file = isPipe ? readFileSync(fileURLToPath(link.uri))
                            : Buffer.from(await (await fetch(link.uri)).arrayBuffer());
        assert.deepEqual(sizeOf(file), [made.structuredContent.pictures[0].width, made.structuredContent.pictures[0].height]);

        const { contents } = await client.readResource({ uri: link.uri });
        assert.deepEqual(Buffer.from(contents[0].blob, "base64"), file);
        const { resources } = await client.listResources();
        assert.ok(resources.some((resource) => resource.uri === link.uri));

        const job = await call("get_job", { job_id: made.structuredContent.job_id });
        assert.equal(job.structuredContent.pictures[0].uri, link.uri);
        const { structuredContent: usage } = await call("usage", { period: "day" });
        assert.ok(usage.pictures >= 1);

        // What would cost is refused until the user has agreed, and a refusal tells what to do.
        const before = await submissions();
        const refused = await call("generate_image", { ...dear, max_cost_usd: 0.001 });
        assert.ok(refused.isError);
        assert.equal(JSON.parse(refused.content[0].text).error.code, "PRICE_ABOVE_LIMIT");
        const unasked = await call("generate_image", dear);
        assert.equal(JSON.parse(unasked.content[0].text).error.code, "AGREEMENT_NEEDED");
        assert.equal(await submissions(), before);
        await assert.rejects(client.readResource({ uri: "file:///etc/passwd" }));
        await assert.rejects(call("no_such_tool", {}));
    });
}

test("a paid picture is edited, once", async (t) => {
    const client = new sdk.Client(who);
    await client.connect(http(sdk));
    t.after(() => client.close());
    const { structuredContent: drawn } = await client.callTool({ name: "generate_image", arguments: scene });
    const before = await submissions();
    const edited = await client.callTool({ name: "edit_image", arguments: {
        model: "openai/gpt-image-2", prompt: "at night", images: [drawn.pictures[0].uri], quality: "low",
        size: "1024x1024", max_cost_usd: 0.5 } });
    assert.ok(!edited.isError, edited.content[0].text);
    assert.equal(edited.structuredContent.provider, "openai");
    assert.ok(edited.structuredContent.cost_usd > 0);
    assert.equal(await submissions(), before + 1);
    assert.equal((await openai.calls()).at(-1).path, "/v1/images/edits");
});

for (const [name, make] of [
    ["over stdio, on the way", () => {
        const client = new sdk.Client(who, { capabilities: { elicitation: {} } });
        return [client, stdio(sdk), (answer) => client.setRequestHandler(sdk.ElicitRequestSchema, answer)];
    }],
    ["over HTTP, on the way", () => {
        const client = new sdk.Client(who, { capabilities: { elicitation: {} } });
        return [client, http(sdk), (answer) => client.setRequestHandler(sdk.ElicitRequestSchema, answer)];
    }],
    ["over HTTP by the client of 2026-07-28 that begins with initialize", () => {
        const client = new next.Client(who, { capabilities: { elicitation: {} } });
        return [client, http(next), (answer) => client.setRequestHandler("elicitation/create", answer)];
    }],
    ["in 2026-07-28 over HTTP", () => {
        const client = new next.Client(who, { capabilities: { elicitation: {} },
            versionNegotiation: { mode: { pin: "2026-07-28" } } });
        return [client, http(next), (answer) => client.setRequestHandler("elicitation/create", answer)];
    }],
    ["in 2026-07-28 over stdio", () => {
        const client = new next.Client(who, { capabilities: { elicitation: {} },
            versionNegotiation: { mode: { pin: "2026-07-28" } } });
        return [client, stdio(next), (answer) => client.setRequestHandler("elicitation/create", answer)];
    }],
]) {
    test(`the user is asked ${name}`, async (t) => {
        const [client, transport, listen] = make();
        const asked = [];
        let action = "decline";
        listen((request) => {
            asked.push(request.params.message);
            return action === "accept" ? { action, content: {} } : { action };
        });
        await client.connect(transport);
        t.after(() => client.close());
        const before = await submissions();
        const declined = await client.callTool({ name: "generate_image", arguments: dear });
        assert.equal(JSON.parse(declined.content[0].text).error.code, "DECLINED");
        assert.equal(await submissions(), before);
        action = "accept";
        const made = await client.callTool({ name: "generate_image", arguments: { ...dear, max_cost_usd: 1 } });
        assert.ok(!made.isError, made.content[0].text);
        assert.equal(made.structuredContent.status, "completed");
        assert.equal(await submissions(), before + 1);
        assert.equal(asked.length, 2);
        assert.match(asked[0], /\$0\.\d/);
    });
}

test("a local file is edited over stdio, and only there", async (t) => {
    const client = new sdk.Client(who);
    await client.connect(stdio(sdk));
    t.after(() => client.close());
    const { structuredContent: drawn } = await client.callTool({ name: "generate_image", arguments: scene });
    const path = join(gateway.home, "own.png");
    writeFileSync(path, readFileSync(fileURLToPath(drawn.pictures[0].uri)));
    const args = { model: "openai/gpt-image-2", prompt: "at night", quality: "low", size: "1024x1024", max_cost_usd: 0.5 };
    const edited = await client.callTool({ name: "edit_image", arguments: { ...args, images: [path] } });
    assert.equal(edited.structuredContent.status, "completed");
    const remote = new sdk.Client(who);
    await remote.connect(http(sdk));
    t.after(() => remote.close());
    const refused = await remote.callTool({ name: "edit_image", arguments: { ...args, images: [path] } });
    assert.equal(JSON.parse(refused.content[0].text).error.kind, "invalid");
});

test("LIGHTWELL_KEY names the client, and a wrong one is told", async (t) => {
    const client = new sdk.Client(who);
    await client.connect(stdio(sdk, { LIGHTWELL_KEY: gateway.key }));
    t.after(() => client.close());
    const { structuredContent: made } = await client.callTool({ name: "generate_image", arguments: scene });
    const remote = new sdk.Client(who);
    await remote.connect(http(sdk));
    t.after(() => remote.close());
    // It is the same client, whichever way it comes.
    const { structuredContent: job } = await remote.callTool({ name: "get_job", arguments: { job_id: made.job_id } });
    assert.equal(job.status, "completed");
    await assert.rejects(new sdk.Client(who).connect(stdio(sdk, { LIGHTWELL_KEY: "lw-wrong" }, makeHome())));
});
