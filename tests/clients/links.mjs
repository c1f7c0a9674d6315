// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures as links through the gateway: to a vendor that answers at once and to one with jobs, each by its stand-in, and
// to none that takes them. OpenAI's own client sends files alone, so JSON goes by fetch; chats go by it.
import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { startGateway } from "./harness.mjs";
import { load } from "./packages.mjs";
import { startStandIn } from "./standin.mjs";

const { OpenAI } = load("openai");
const [openai, fal, bfl] = await Promise.all(["openai", "fal", "black-forest-labs"].map(startStandIn));
const gateway = await startGateway({
    OPENAI_API_KEY: "sk-standin-key", LIGHTWELL_OPENAI_BASE_URL: openai.url,
    FAL_KEY: "fal-id:fal-secret", LIGHTWELL_FAL_BASE_URL: fal.url,
    BFL_API_KEY: "bfl-standin-key", LIGHTWELL_BLACK_FOREST_LABS_BASE_URL: bfl.url,
});
const client = new OpenAI({ apiKey: gateway.key, baseURL: gateway.url });
const link = "https://pictures.example.org/a.png?X-Sig=canary0123456789%2F&x=1";
const maskLink = "https://pictures.example.org/mask.png";

const post = async (path, body, headers = {}) => {
    const response = await fetch(gateway.url + path, { method: "POST", body: JSON.stringify(body),
        headers: { authorization: `Bearer ${gateway.key}`, "content-type": "application/json", ...headers } });
    return { status: response.status, ...(await response.json()) };
};
const edit = (body, headers) => post("/images/edits", { prompt: "make it night", ...body }, headers);
const lastPost = async (standIn) => (await standIn.calls()).filter((call) => call.method === "POST").at(-1);

test("a vendor that answers at once gets link and mask as they are", async () => {
    const made = await edit({ model: "openai/gpt-image-2", images: [{ image_url: link }], mask: { image_url: maskLink } });
    assert.equal(made.status, 200, JSON.stringify(made));
    assert.equal(made.metadata.provider, "openai");
    assert.ok(made.metadata.emulated.image.reason);
    const { path, body } = await lastPost(openai);
    assert.equal(path, "/v1/images/edits");
    assert.deepEqual(body.images, [{ image_url: link }]);
    assert.deepEqual(body.mask, { image_url: maskLink });
});

test("a vendor with jobs too", async () => {
    const made = await edit({ model: "fal/flux-2-pro", image_urls: [link] });
    assert.equal(made.status, 200, JSON.stringify(made));
    assert.deepEqual((await lastPost(fal)).body.image_urls, [link]);
});

test("one that otherwise takes bare base64 too", async () => {
    const made = await edit({ model: "black-forest-labs/flux-2-pro", image: link, size: "1024x1024" });
    assert.equal(made.status, 200, JSON.stringify(made));
    assert.equal((await lastPost(bfl)).body.input_image, link);
});

test("pictures through a chat, by OpenAI's own client", async () => {
    const made = await client.chat.completions.create({ model: "fal/flux-2-pro", modalities: ["image", "text"],
        messages: [{ role: "user", content: [{ type: "text", text: "make it night" },
            { type: "image_url", image_url: { url: link } }] }] });
    assert.equal(made.choices[0].message.images.length, 1);
    assert.deepEqual((await lastPost(fal)).body.image_urls, [link]);
});

test("who takes none says which models do, and nothing is paid", async () => {
    const before = (await bfl.calls()).length;
    const refused = await edit({ model: "black-forest-labs/flux-kontext-pro", image: link });
    assert.equal(refused.status, 400);
    assert.equal(refused.error.code, "LINK_NOT_TAKEN");
    assert.equal((await bfl.calls()).length, before);
    const named = refused.error.message.match(/such as ([^\s,.]+(?:\.\d+)*[^\s,.]*)/)?.[1];
    const dry = await post("/images/edits?dryRun=true", { model: named, prompt: "make it night", image: link });
    assert.equal(dry.status, 200, `${named}: ${JSON.stringify(dry)}`);
});

test("of several providers the one that takes links is chosen", async () => {
    const made = await edit({ model: "flux-kontext-pro", image: link });
    assert.equal(made.status, 200, JSON.stringify(made));
    assert.equal(made.metadata.provider, "fal");
});

test("no file of the home has a signature", async () => {
    const files = (folder) => readdirSync(folder).flatMap((name) => {
        const path = join(folder, name);
        return statSync(path).isDirectory() ? files(path) : statSync(path).isFile() ? [path] : [];
    });
    const all = files(gateway.home);
    assert.ok(all.length > 0);
    assert.deepEqual(all.filter((path) => readFileSync(path).includes("canary0123456789")), []);
});
