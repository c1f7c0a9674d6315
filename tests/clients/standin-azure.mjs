// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// OpenAI's own client for Azure and the AI SDK's provider against the stand-in: what they send must be accepted, and what
// the stand-in answers must be understood, so that the stand-in cannot drift from the vendor.
import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./packages.mjs";
import { sizeOf, startStandIn, transparentPng } from "./standin.mjs";

const { AzureOpenAI, toFile } = load("openai");
const { createAzure } = load("@ai-sdk/azure");
const { experimental_generateImage, generateImage = experimental_generateImage } = load("ai");
const standIn = await startStandIn("azure-openai");
const apiKey = "0123456789azurestandinkey";
const clientWith = (key, more) => new AzureOpenAI(
    { apiKey: key, endpoint: standIn.url, apiVersion: "2025-04-01-preview", maxRetries: 0, ...more });
const pictureOf = (answer) => Buffer.from(answer.data[0].b64_json, "base64");

test("OpenAI's client calls deployments", async () => {
    const azure = clientWith(apiKey);
    const answer = await azure.images.generate({ model: "my-pictures", prompt: "a red fox", size: "1024x1536" });
    assert.deepEqual(sizeOf(pictureOf(answer)), [1024, 1536]);
    assert.equal((await standIn.calls()).at(-1).path, "/openai/deployments/my-pictures/images/generations");
    const image = await toFile(transparentPng(64, 64), "fox.png", { type: "image/png" });
    const edited = await azure.images.edit({ model: "gpt-image-2", prompt: "a hat", image });
    assert.equal(edited.data.length, 1);
});

test("the AI SDK's provider calls the v1 API", async () => {
    const azure = createAzure({ apiKey, baseURL: standIn.url + "/openai/v1" });
    const { images } = await generateImage(
        { model: azure.image("gpt-image-2"), prompt: "a red fox", size: "1024x1024", maxRetries: 0 });
    assert.deepEqual(sizeOf(Buffer.from(images[0].base64, "base64")), [1024, 1024]);
    assert.equal((await standIn.calls()).at(-1).path, "/openai/v1/images/generations");
});

test("refuses what the vendor refuses", async () => {
    await assert.rejects(clientWith("wrong").images.generate({ model: "gpt-image-2", prompt: "p" }),
        (error) => error.status === 401);
    await assert.rejects(clientWith(apiKey).images.generate({ model: "nobody", prompt: "p" }),
        (error) => error.status === 404 && error.code === "DeploymentNotFound");
    await assert.rejects(
        clientWith(apiKey).images.generate({ model: "gpt-image-2", prompt: "p", output_format: "webp" }),
        (error) => error.status === 400 && error.param === "output_format");
});
