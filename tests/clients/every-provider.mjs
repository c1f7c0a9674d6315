// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every provider against its stand-in: a picture from words and, where the provider has it, an edit, a masked edit, an
// enlargement, a variation, a cut-out and a drawing; by the command line, and by OpenAI's own client through the
// gateway. Prints a table of what was asked, sent, received, delivered and paid. LIGHTWELL_ONLY=fal,luma: these alone.
// A server of the user's own is the stand-in of OpenAI under another name; the built-in painter has none and asks nobody.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { environmentFor, makeHome, startGateway } from "./harness.mjs";
import { load } from "./packages.mjs";
import { sizeOf, standInNames, startStandIn, transparentPng } from "./standin.mjs";

const { OpenAI, toFile } = load("openai");
const catalog = fileURLToPath(new URL("../../resources/catalog/", import.meta.url));
const only = process.env.LIGHTWELL_ONLY?.split(",");
const picture = transparentPng(1024, 1024);
const wide = transparentPng(1200, 800);
const table = [];
after(() => console.table(table));

/// What each stand-in takes for its key, under the vendor's own variables.
const keys = {
    alibaba: { DASHSCOPE_API_KEY: "sk-alibaba-standin" },
    "amazon-bedrock": { AWS_ACCESS_KEY_ID: "AKIASTANDINEXAMPLE", AWS_SECRET_ACCESS_KEY: "standin/secret+access/key0123456789abcd", AWS_REGION: "us-east-1" },
    "azure-openai": { AZURE_OPENAI_API_KEY: "0123456789azurestandinkey" },
    "black-forest-labs": { BFL_API_KEY: "bfl-standin-key" },
    bria: { BRIA_API_TOKEN: "bria-standin-token" },
    byteplus: { ARK_API_KEY: "ark-standin" },
    cloudflare: { CLOUDFLARE_API_TOKEN: "cloudflare-standin-token", CLOUDFLARE_ACCOUNT_ID: "0123456789abcdef0123456789abcdef" },
    deepinfra: { DEEPINFRA_API_KEY: "deepinfra-standin" },
    fal: { FAL_KEY: "fal-id:fal-secret" },
    fireworks: { FIREWORKS_API_KEY: "fw_standin" },
    "google-gemini": { GEMINI_API_KEY: "AIza-standin-key" },
    huggingface: { HF_TOKEN: "hf_standin" },
    ideogram: { IDEOGRAM_API_KEY: "ideogram-standin-key" },
    leonardo: { LEONARDO_API_KEY: "leonardo-standin-key" },
    luma: { LUMA_API_KEY: "luma-standin-key", LUMA_AGENTS_API_KEY: "luma-api-standin-key" },
    lumenfall: { LUMENFALL_API_KEY: "lmnfl_id.standin" },
    minimax: { MINIMAX_API_KEY: "minimax-standin-key" },
    novita: { NOVITA_API_KEY: "sk_novita-standin" },
    openai: { OPENAI_API_KEY: "sk-standin-key" },
    "openai-compatible": { LIGHTWELL_OPENAI_COMPATIBLE_API_KEY: "sk-standin-key" },
    openrouter: { OPENROUTER_API_KEY: "sk-or-v1-standin" },
    prodia: { PRODIA_TOKEN: "prodia-standin" },
    recraft: { RECRAFT_API_TOKEN: "recraft-standin-token" },
    replicate: { REPLICATE_API_TOKEN: "r8_standin" },
    runware: { RUNWARE_API_KEY: "runware-standin-key" },
    siliconflow: { SILICONFLOW_API_KEY: "sk-siliconflow-standin" },
    stability: { STABILITY_API_KEY: "sk-standin-stability" },
    together: { TOGETHER_API_KEY: "tgp_v1_standin" },
    xai: { XAI_API_KEY: "xai-standin" },
};
const environmentOf = (provider, standIn) => ({ ...keys[provider],
    ...(standIn.url ? { [addressOf(provider)]: standIn.url } : {}),
    ...(standIn.credentials ? { GOOGLE_APPLICATION_CREDENTIALS: standIn.credentials } : {}) });
const addressOf = (provider) => `LIGHTWELL_${provider.replaceAll("-", "_").toUpperCase()}_BASE_URL`;

/// The stand-in that takes the place of a provider.
const standInOf = { "openai-compatible": "openai" };
const painter = "sketchbook"; // draws by itself
const start = async (provider) =>
    provider === painter ? { calls: async () => [] } : startStandIn(standInOf[provider] ?? provider);
/// What to ask a server for that takes any name.
const openModel = "gpt-image-1.5";

/// Of some models nobody knows the price; yields the folder.
function allowUnknownPrices(folder) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(join(folder, "settings.ini"), "[engine]\nunknown_prices=allow\n", { mode: 0o600 });
    return folder;
}

const operations = {
    "text-to-image": { command: () => ["generate", "a red fox"] },
    "image-edit": { command: (file) => ["edit", "give it a hat", "--image", file], takes: wide },
    inpaint: { command: (file) => ["edit", "give it a hat", "--image", file, "--mask", file] },
    upscale: { command: (file) => ["upscale", file] },
    "image-variation": { command: (file) => ["vary", file] },
    "remove-background": { command: (file) => ["cutout", file] },
    vectorize: { command: (file) => ["generate", "", "--image", file] },
};

/// Where the first offer is one that a stand-in does not know, since nobody could confirm its fields.
const preferred = {
    "black-forest-labs": ["flux-2-pro"],
    fal: ["flux-2-pro"],
};

/// Of the catalog; of an engine on the user's own computer those that it tells of, once somebody looked for it.
async function allOffers(provider, environment) {
    const { defaults = {}, offers = [], open = [] } = JSON.parse(readFileSync(join(catalog, "offers", provider + ".json"), "utf8"));
    if (offers.length > 0) {
        return offers.map((own) => ({ ...defaults, ...own }));
    }
    if (standInOf[provider]) {
        return open.map(({ modes }) => ({ model: openModel, modes }));
    }
    await run(environment, ["doctor", "--local"]); // finds other things amiss here
    const models = JSON.parse((await run(environment, ["models", "--provider", provider, "--json"])).out);
    return models.map(({ id, offers: [{ modes }] }) => ({ model: id, modes }));
}

/// The first offer for each of the operations, with the model's slug.
async function offersOf(provider, environment) {
    const found = {};
    const all = await allOffers(provider, environment);
    const first = all.filter((offer) => preferred[provider]?.includes(offer.model));
    for (const offer of [...first, ...all]) {
        for (const mode of offer.modes) {
            found[mode] ??= offer.model;
        }
    }
    return found;
}

const run = (environment, parameters) => new Promise((resolve) => {
    execFile(process.env.LIGHTWELL_CLI, parameters, { env: environment, maxBuffer: 64 << 20 }, (error, out, told) =>
        resolve({ code: error ? error.code : 0, out, told }));
});

/// "webp 1024x1024", "svg".
function shown(bytes) {
    const head = bytes.toString("latin1", 0, 512);
    if (head.includes("<svg")) {
        return "svg";
    }
    const kind = head.startsWith("\x89PNG") ? "png" : head.startsWith("RIFF") ? "webp" : "jpeg";
    return kind + " " + sizeOf(bytes).join("x");
}

function filesBelow(folder) {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)]);
}

/// Without a wished size an edit keeps the picture's shape, whatever the vendor makes by itself.
function isLikeWide(bytes) {
    const [width, height] = sizeOf(bytes);
    return Math.abs(Math.log((width / height) / (1200 / 800))) < 0.02;
}

const isPicture = (file) => /\.(png|jpg|webp|svg)$/.test(file);
const lastOf = (sent) => sent.length > 0 ? `${sent.at(-1).path.slice(0, 48)} (${sent.at(-1).bytes} B)` : "nothing";
const orders = (calls) => calls.filter((call) => call.method === "POST" && call.bytes > 0);

const providers = [...standInNames().filter((name) => !["echo", "chat-api"].includes(name)), ...Object.keys(standInOf), painter];
for (const provider of providers.filter((name) => !only || only.includes(name))) {
    test(provider, async () => {
        const standIn = await start(provider);
        const home = makeHome();
        allowUnknownPrices(join(home, "home"));
        const file = join(home, "in.png");
        const environment = { ...environmentFor(home, join(home, "home")), ...environmentOf(provider, standIn) };
        const offers = await offersOf(provider, environment);
        assert.ok(offers["text-to-image"]);
        for (const [mode, { command, takes = picture }] of Object.entries(operations).filter(([mode]) => offers[mode])) {
            const model = provider + "/" + offers[mode];
            const target = join(home, mode);
            mkdirSync(target);
            writeFileSync(file, takes);
            const before = (await standIn.calls()).length;
            const kept = new Set(filesBelow(home));
            const asked = [...command(file), "--model", model];
            const made = await run(environment, [...asked, "-o", target + "/", "--json"]);
            const sent = orders((await standIn.calls()).slice(before));
            assert.equal(made.code, 0, `${asked.join(" ")}: ${made.told}`);
            const generation = JSON.parse(made.out);
            const received = filesBelow(join(home, "home")).filter((name) => !kept.has(name) && isPicture(name));
            const [delivered] = readdirSync(target);
            assert.ok(statSync(join(target, delivered)).size > 0);
            assert.ok(takes !== wide || isLikeWide(readFileSync(join(target, delivered))), `${model} bends the picture`);
            assert.equal(sent.length > 0, provider !== painter);
            table.push({ provider, operation: mode, model: offers[mode], by: "command", sent: lastOf(sent),
                received: received.map((name) => shown(readFileSync(name))).join(", "),
                delivered: shown(readFileSync(join(target, delivered))), cost: generation.cost ?? "unknown" });
        }
        await throughGateway(provider, environment, standIn);
    });
}

/// The same by OpenAI's client, as WebP where it is no drawing.
async function throughGateway(provider, environment, standIn) {
    const home = allowUnknownPrices(makeHome());
    const offers = await offersOf(provider, { ...environment, LIGHTWELL_HOME: home });
    const gateway = await startGateway({ ...environmentOf(provider, standIn) }, home);
    const client = new OpenAI({ apiKey: gateway.key, baseURL: gateway.url, maxRetries: 0 });
    const image = () => toFile(picture, "in.png", { type: "image/png" });
    const common = { response_format: "b64_json", output_format: "webp" };
    const calls = {
        "text-to-image": (model) => client.images.generate({ ...common, model, prompt: "a red fox" }),
        "image-edit": async (model) => client.images.edit({ ...common, model, prompt: "a hat", image: await image() }),
        inpaint: async (model) => client.images.edit(
            { ...common, model, prompt: "a hat", image: await image(), mask: await image() }),
        upscale: async (model) => client.images.edit({ ...common, model, prompt: "", image: await image() }),
        "image-variation": async (model) => client.images.createVariation({ ...common, model, image: await image() }),
        "remove-background": async (model) => client.images.edit({ ...common, model, prompt: "", image: await image() }),
    };
    for (const [mode, call] of Object.entries(calls).filter(([mode]) => offers[mode])) {
        const before = (await standIn.calls()).length;
        const answer = await call(provider + "/" + offers[mode]);
        const sent = orders((await standIn.calls()).slice(before));
        const delivered = shown(Buffer.from(answer.data[0].b64_json, "base64"));
        assert.match(delivered, /^(webp|svg)/);
        assert.equal(answer.metadata.provider, provider);
        table.push({ provider, operation: mode, model: offers[mode], by: "openai client", sent: lastOf(sent), received: answer.metadata.emulated?.output_format?.made ?? "",
            delivered, cost: answer.metadata.cost ?? "unknown" });
    }
    gateway.kill("SIGTERM");
    await gateway.exited;
}
