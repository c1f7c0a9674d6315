// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The official SDK of the revisions that begin with initialize asks its user on the way of a call over HTTP: what is
// agreed to is paid once, and whatever else happens costs nothing. OpenAI's stand-in counts.
import assert from "node:assert/strict";
import test from "node:test";
import { startGateway } from "./harness.mjs";
import { load } from "./packages.mjs";
import { startStandIn } from "./standin.mjs";

const { Client } = load("@modelcontextprotocol/sdk/client/index.js");
const { StreamableHTTPClientTransport } = load("@modelcontextprotocol/sdk/client/streamableHttp.js");
const { ElicitRequestSchema } = load("@modelcontextprotocol/sdk/types.js");

const openai = await startStandIn("openai");
const paid = { OPENAI_API_KEY: "sk-standin-key", LIGHTWELL_OPENAI_BASE_URL: openai.url };
const gateway = await startGateway(paid);
const submissions = async () => (await openai.calls()).filter((call) => call.method === "POST").length;
let wishes = 0;
const newWish = (more = {}) => ({ name: "generate_image", arguments: { model: "openai/gpt-image-2",
    prompt: `paper boat ${++wishes}`, quality: "high", size: "1024x1024", ...more } });
const refusalIn = (result) => result.isError ? JSON.parse(result.content[0].text).error.code : undefined;

/// A program with a user who answers; `answer` gets the question and a signal that it is taken back.
async function connect(answer) {
    const client = new Client({ name: "test", version: "1" }, { capabilities: answer ? { elicitation: {} } : {} });
    if (answer) {
        client.setRequestHandler(ElicitRequestSchema, (request, { signal }) => answer(request.params, signal));
    }
    const transport = new StreamableHTTPClientTransport(new URL("/mcp", gateway.url),
        { requestInit: { headers: { Authorization: `Bearer ${gateway.key}` } } });
    await client.connect(transport);
    return { client, transport };
}

/// A user who thinks: `asked` is when they are, `withdrawn` when they need not answer any more.
function thinker() {
    let tell;
    const asked = new Promise((resolve) => { tell = resolve; });
    let withdraw;
    const withdrawn = new Promise((resolve) => { withdraw = resolve; });
    const answer = (params, signal) => new Promise((resolve) => {
        signal.addEventListener("abort", () => {
            withdraw();
            resolve({ action: "cancel" });
        });
        tell(resolve);
    });
    return { answer, asked, withdrawn };
}

test("two programs with one key are asked each for itself", async (t) => {
    const [one, other] = [thinker(), thinker()];
    const [{ client: first, transport }, { client: second, transport: theirs }] =
        [await connect(one.answer), await connect(other.answer)];
    t.after(() => Promise.all([first.close(), second.close()]));
    assert.match(transport.sessionId, /^[0-9a-f]{32}$/);
    assert.notEqual(transport.sessionId, theirs.sessionId);
    const before = await submissions();
    const wish = newWish();
    const calls = [first.callTool(wish), second.callTool(wish)]; // with the same number
    const [yes, no] = [await one.asked, await other.asked];
    assert.equal(await submissions(), before);
    no({ action: "decline" });
    assert.equal(refusalIn(await calls[1]), "DECLINED");
    assert.equal(await submissions(), before);
    yes({ action: "accept", content: {} });
    const made = await calls[0];
    assert.ok(!made.isError, made.content[0].text);
    assert.equal(made.structuredContent.status, "completed");
    assert.equal(await submissions(), before + 1);
});

for (const action of ["decline", "cancel"]) {
    test(`whoever says ${action} pays nothing`, async (t) => {
        const { client } = await connect(() => ({ action }));
        t.after(() => client.close());
        const before = await submissions();
        assert.equal(refusalIn(await client.callTool(newWish({ max_cost_usd: 5 }))), "DECLINED");
        assert.equal(await submissions(), before);
    });
}

test("progress keeps the call alive while the user thinks", async (t) => {
    const user = thinker();
    const { client } = await connect(user.answer);
    t.after(() => client.close());
    const told = [];
    const call = client.callTool(newWish(), undefined, { onprogress: (progress) => told.push(progress.message) });
    const answer = await user.asked;
    assert.equal(told.length, 1);
    answer({ action: "decline" });
    assert.equal(refusalIn(await call), "DECLINED");
});

test("a call that is cancelled takes its question back", async (t) => {
    const user = thinker();
    const { client } = await connect(user.answer);
    t.after(() => client.close());
    const before = await submissions();
    const stop = new AbortController();
    const call = client.callTool(newWish(), undefined, { signal: stop.signal })
        .then(() => assert.fail(), (error) => error);
    await user.asked;
    stop.abort();
    await call;
    await user.withdrawn;
    assert.equal(await submissions(), before);
});

test("a session that is ended answers what it asked", async (t) => {
    const user = thinker();
    const { client, transport } = await connect(user.answer);
    t.after(() => client.close());
    const before = await submissions();
    const call = client.callTool(newWish());
    await user.asked;
    const session = transport.sessionId;
    await transport.terminateSession();
    assert.equal(refusalIn(await call), "UNANSWERED");
    await user.withdrawn;
    const late = await fetch(new URL("/mcp", gateway.url), { method: "POST",
        headers: { Authorization: `Bearer ${gateway.key}`, "Content-Type": "application/json",
            "Mcp-Session-Id": session },
        body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "ping" }) });
    assert.equal(late.status, 404);
    assert.equal((await late.json()).error.code, -32001);
    assert.equal(await submissions(), before);
});

test("whoever hangs up has not agreed, and is asked again", async (t) => {
    const user = thinker();
    const { client } = await connect(user.answer);
    const before = await submissions();
    const wish = newWish();
    const call = client.callTool(wish).then(() => assert.fail(), (error) => error);
    await user.asked;
    await client.close();
    await call;
    let questions = 0;
    const { client: next } = await connect(() => {
        ++questions;
        return { action: "decline" };
    });
    t.after(() => next.close());
    assert.equal(refusalIn(await next.callTool(wish)), "DECLINED");
    assert.equal(questions, 1);
    assert.equal(await submissions(), before);
});

test("a gateway that ends takes its questions back, and the next one knows no session", async (t) => {
    const user = thinker();
    const { client } = await connect(user.answer);
    const { client: unasked, transport } = await connect();
    t.after(() => Promise.all([client.close(), unasked.close()]));
    assert.equal(transport.sessionId, undefined);
    const before = await submissions();
    const call = client.callTool(newWish());
    await user.asked;
    gateway.kill("SIGTERM");
    assert.equal(refusalIn(await call), "UNANSWERED");
    await user.withdrawn;
    assert.equal(await gateway.exited, 0);
    await startGateway(paid, gateway.home, new URL(gateway.url).port);
    await assert.rejects(client.listTools(), (error) => error.code === 404);
    const { client: anew } = await connect(() => ({ action: "decline" }));
    t.after(() => anew.close());
    assert.equal(refusalIn(await anew.callTool(newWish())), "DECLINED");
    assert.ok((await unasked.listTools()).tools.length > 0); // it needs none, and notices nothing
    assert.equal(await submissions(), before);
});
