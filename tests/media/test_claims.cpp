// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What pictures of other programs say of themselves.
#include "core/media/claims.h"
#include "core/media/inputpicture.h"
#include "tests/media/foreignfiles.h"
#include "tests/media/handmade.h"

#include <QBuffer>
#include <QCborArray>
#include <QCborMap>
#include <QElapsedTimer>
#include <QtEndian>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

constexpr quint16 userComment = 0x9286;

QByteArray unicode(const QString &text, bool isBigEndian)
{
    QByteArray bytes("UNICODE\0", 8);
    for (const QChar c : text) {
        const char low = char(c.unicode());
        const char high = char(c.unicode() >> 8);
        bytes.append(isBigEndian ? high : low).append(isBigEndian ? low : high);
    }
    return bytes;
}

QByteArray ascii(const QByteArray &text)
{
    return QByteArray("ASCII\0\0\0", 8) + text;
}

QByteArray commentBlock(const QByteArray &comment, bool isBigEndian = true)
{
    return exifOf({}, {{userComment, comment}}, isBigEndian);
}

/// What every row says, as far as its program can.
ClaimedRecipe cat(const QString &program, const QString &version = {})
{
    ClaimedRecipe recipe;
    recipe.program = program;
    recipe.version = version;
    recipe.prompt = u"a cat, ink"_s;
    recipe.negativePrompt = u"blur"_s;
    recipe.model = u"foo"_s;
    recipe.seed = u"18446744073709551615"_s;
    recipe.size = QSize(512, 768);
    recipe.sampler = u"Euler a"_s;
    recipe.tuning.steps = 20;
    recipe.tuning.guidance = 7.5;
    return recipe;
}

ClaimedRecipe with(ClaimedRecipe recipe, const std::function<void(ClaimedRecipe &)> &change)
{
    change(recipe);
    return recipe;
}

ClaimedRecipe withLora(ClaimedRecipe recipe)
{
    recipe.tuning.loras = {{u"ink"_s, 0.8}};
    return recipe;
}

const QByteArray a1111Text = "a cat, ink\nNegative prompt: blur\nSteps: 20, Sampler: Euler a, CFG scale: 7.5, "
                             "Seed: 18446744073709551615, Size: 512x768, Model hash: 0123456789, Model: foo";

const QByteArray comfyGraph = R"json({
    "3": {"class_type": "KSampler", "inputs": {"seed": 18446744073709551615, "steps": 20, "cfg": 7.5,
          "sampler_name": "Euler a", "scheduler": "karras", "denoise": 1.0, "model": ["10", 0], "positive": ["6", 0],
          "negative": ["7", 0], "latent_image": ["5", 0]}},
    "4": {"class_type": "CheckpointLoaderSimple", "inputs": {"ckpt_name": "foo"}},
    "10": {"class_type": "LoraLoader", "inputs": {"lora_name": "ink", "strength_model": 0.8, "model": ["4", 0],
           "clip": ["4", 1]}},
    "5": {"class_type": "EmptyLatentImage", "inputs": {"width": 512, "height": 768, "batch_size": 1}},
    "6": {"class_type": "CLIPTextEncode", "inputs": {"text": ["11", 0], "clip": ["10", 1]}},
    "11": {"class_type": "PrimitiveString", "inputs": {"value": "a cat, ink"}},
    "7": {"class_type": "CLIPTextEncode", "inputs": {"text": "blur", "clip": ["10", 1]}},
    "8": {"class_type": "VAEDecode", "inputs": {"samples": ["3", 0], "vae": ["4", 2]}},
    "9": {"class_type": "SaveImage", "is_changed": [NaN], "inputs": {"images": ["8", 0]}}})json";

/// The newer sampler, with its parts in nodes of their own.
const QByteArray fluxGraph = R"json({
    "1": {"class_type": "SamplerCustomAdvanced", "inputs": {"noise": ["2", 0], "guider": ["3", 0], "sampler": ["4", 0],
          "sigmas": ["5", 0], "latent_image": ["6", 0]}},
    "2": {"class_type": "RandomNoise", "inputs": {"noise_seed": 18446744073709551615}},
    "3": {"class_type": "BasicGuider", "inputs": {"model": ["7", 0], "conditioning": ["8", 0]}},
    "4": {"class_type": "KSamplerSelect", "inputs": {"sampler_name": "Euler a"}},
    "5": {"class_type": "BasicScheduler", "inputs": {"scheduler": "simple", "steps": 20, "model": ["7", 0]}},
    "6": {"class_type": "EmptySD3LatentImage", "inputs": {"width": ["12", 0], "height": 768}},
    "12": {"class_type": "PrimitiveInt", "inputs": {"value": 512}},
    "7": {"class_type": "UNETLoader", "inputs": {"unet_name": "foo", "weight_dtype": "default"}},
    "8": {"class_type": "FluxGuidance", "inputs": {"guidance": 7.5, "conditioning": ["9", 0]}},
    "9": {"class_type": "CLIPTextEncode", "inputs": {"text": "a cat, ink", "clip": ["13", 0]}},
    "10": {"class_type": "PreviewImage", "inputs": {"images": ["11", 0]}},
    "11": {"class_type": "VAEDecode", "inputs": {"samples": ["1", 0]}}})json";

/// One node of an add-on with all of it.
const QByteArray loaderGraph = R"json({
    "1": {"class_type": "Efficient Loader", "inputs": {"ckpt_name": "foo", "positive": "a cat, ink",
          "negative": "blur"}},
    "2": {"class_type": "EmptyLatentImage", "inputs": {"width": 512, "height": 768}},
    "3": {"class_type": "KSampler (Efficient)", "inputs": {"seed": 18446744073709551615, "steps": 20, "cfg": 7.5,
          "sampler_name": "Euler a", "model": ["1", 0], "positive": ["1", 1], "negative": ["1", 2],
          "latent_image": ["2", 0]}},
    "4": {"class_type": "SaveImage", "inputs": {"images": ["3", 5]}}})json";

/// Text that leads in circles, two samplers, nothing plain.
const QByteArray unclearGraph = R"json({
    "1": {"class_type": "KSampler", "inputs": {"seed": 5, "positive": ["3", 0], "negative": ["3", 1],
          "latent_image": ["2", 0]}},
    "2": {"class_type": "KSampler", "inputs": {"seed": 6, "positive": ["3", 0], "negative": ["3", 1],
          "latent_image": ["1", 0]}},
    "3": {"class_type": "Odd", "inputs": {"conditioning": ["3", 0]}},
    "4": {"class_type": "SaveImage", "inputs": {"images": ["1", 0]}}})json";

const QByteArray swarmText =
    R"json({"sui_image_params": {"prompt": "a cat, ink", "negativeprompt": "blur", "model": "foo",
    "seed": 18446744073709551615, "steps": "20", "cfgscale": 7.5, "sampler": "Euler a", "width": 512, "height": "768",
    "loras": ["ink"], "loraweights": ["0.8"], "swarm_version": "0.9.6"}, "sui_extra_data": {"date": "2026-01-01"}})json";

const QByteArray fooocusText = R"json({"prompt": "a cat, ink", "negative_prompt": "blur", "base_model": "foo",
    "seed": "18446744073709551615", "steps": 20, "guidance_scale": 7.5, "sampler": "Euler a",
    "resolution": "(512, 768)",
                 "lora_combined_1" : "ink : 0.8", "version" : "Fooocus v2.5.5"
})json";

const QByteArray invokeText = R"json({"generation_mode": "txt2img", "positive_prompt": "a cat, ink",
    "negative_prompt": "blur", "seed": 18446744073709551615, "steps": 20, "cfg_scale": 7.5, "scheduler": "Euler a",
    "width": 512, "height": 768, "model": {"key": "k", "name": "foo", "hash": "x"}, "app_version": "5.4.0",
    "loras": [{"model": {"name": "ink"}, "weight": 0.8}]})json";

const QByteArray novelComment = R"json({"prompt": "a cat, ink", "uc": "blur", "steps": 20, "scale": 7.5,
    "sampler": "Euler a", "seed": 18446744073709551615, "width": 512, "height": 768, "signed_hash": "abc"})json";

const QByteArray easyText = R"json({"prompt": "a cat, ink", "negative_prompt": "blur", "num_inference_steps": 20,
    "guidance_scale": 7.5, "seed": 18446744073709551615, "width": 512, "height": 768, "sampler_name": "Euler a",
    "use_stable_diffusion_model": "C:\\Users\\somebody\\models\\foo", "use_lora_model": "None"})json";

const QByteArray drawThingsText =
    R"json({"c": "a cat, ink", "uc": "blur", "steps": 20, "sampler": "Euler a", "scale": 7.5,
    "seed": 18446744073709551615, "size": "512x768", "model": "foo", "lora": [{"model": "ink", "weight": 0.8}],
    "v2": {}})json";

const QByteArray mfluxText = R"json({"mflux_version": "0.9.0", "prompt": "a cat, ink", "negative_prompt": "blur",
    "seed": 18446744073709551615, "steps": 20, "guidance": 7.5, "model": "foo", "width": 512, "height": 768,
    "lora_paths": ["/Users/somebody/loras/ink"], "lora_scales": [0.8]})json";

} // namespace

class TestClaims : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void programs_data();
    void programs();
    void ownFilesSayAllOfIt_data();
    void ownFilesSayAllOfIt();
    void nothingIsMadeUp_data();
    void nothingIsMadeUp();
    void labels_data();
    void labels();
    void credentials_data();
    void credentials();
    void textsHiddenInPixels_data();
    void textsHiddenInPixels();
    void tooMuchIsLeft_data();
    void tooMuchIsLeft();
};

void TestClaims::programs_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ClaimedRecipe>("recipe");
    const auto row = [](const char *name, const QByteArray &bytes, const ClaimedRecipe &recipe) {
        QTest::newRow(name) << bytes << recipe;
    };
    const ClaimedRecipe unnamed = cat({});
    const QString a1111 = QString::fromLatin1(a1111Text);

    row("A1111, PNG", pngSaying(textChunk("parameters", a1111Text + ", Version: v1.10.1")),
        cat(u"AUTOMATIC1111"_s, u"v1.10.1"_s));
    row("A1111, no version", pngSaying(textChunk("parameters", a1111Text)), unnamed);
    row("A1111, iTXt", pngSaying(unicodeTextChunk("parameters", a1111Text)), unnamed);
    row("A1111, zTXt", pngSaying(packedTextChunk("parameters", a1111Text)), unnamed);
    row("A1111, packed iTXt", pngSaying(unicodeTextChunk("parameters", a1111Text, true)), unnamed);
    row("A1111, behind the pixels",
        pngSaying({}).chopped(12) + textChunk("parameters", a1111Text) + pngChunk("IEND", {}), unnamed);
    row("A1111, JPEG", jpegWithExif(commentBlock(unicode(a1111, true))), unnamed);
    row("A1111, WebP", webpWithExif(commentBlock(unicode(a1111, true))), unnamed);
    row("A1111, WebP with a prefix", webpWithExif(QByteArray("Exif\0\0", 6) + commentBlock(unicode(a1111, true))),
        unnamed);
    row("A1111, AVIF", avifWithExif(commentBlock(unicode(a1111, true))), unnamed);
    row("big-endian text in a little-endian block", jpegWithExif(commentBlock(unicode(a1111, true), false)), unnamed);
    row("little-endian text in a big-endian block", jpegWithExif(commentBlock(unicode(a1111, false), true)), unnamed);
    row("UTF-8 named UNICODE", jpegWithExif(commentBlock("UNICODE" + QByteArray(1, '\0') + a1111Text)), unnamed);
    row("spaces for zeros", jpegWithExif(commentBlock("ASCII   " + a1111Text)), unnamed);
    row("no charset", jpegWithExif(commentBlock(a1111Text)), unnamed);
    row("zeros for a charset", jpegWithExif(commentBlock(QByteArray(8, '\0') + a1111Text)), unnamed);
    row("a JPEG's comment", jpegSaying(jpegSegment(0xfe, a1111Text)), unnamed);
    row("Forge", pngSaying(textChunk("parameters", a1111Text + ", Version: f2.0.1v1.10.1-previous")),
        cat(u"Forge"_s, u"f2.0.1v1.10.1-previous"_s));
    row("SD.Next", jpegWithExif(commentBlock(unicode(a1111 + u", App: SD.Next, Version: 0b11e87"_s, true))),
        cat(u"SD.Next"_s, u"0b11e87"_s));
    row("krita", pngSaying(unicodeTextChunk("parameters", QByteArray(a1111Text).replace("0123456789", "unknown"))),
        cat(u"krita-ai-diffusion"_s));
    row("A1111, quoted and foreign tails",
        pngSaying(textChunk("parameters",
                            "a cat, ink\nNegative prompt: blur\nSteps: 20, Sampler: Euler a, CFG scale: 7.5, Seed: "
                            "18446744073709551615, Size: 512x768, Model: \"foo, \\\"bar\\\": x\", Hashes: {\"model\": "
                            "\"a\", \"lora:ink\": \"b\"}, Civitai resources: [{\"a\": 1, \"Seed: 5\": 2}], Civitai "
                            "metadata: {}\nTemplate: {a|b}\nNegative Template: c")),
        with(unnamed, [](ClaimedRecipe &recipe) { recipe.model = u"foo, \"bar\": x"_s; }));
    row("A1111, lines and LoRA",
        pngSaying(textChunk("parameters",
                            "a cat,\n<lora:ink:0.8>\nNegative prompt: blur\nmore\nSteps: 20, Seed: 5, "
                            "Size: 8x9")),
        with({}, [](ClaimedRecipe &recipe) {
            recipe.prompt = u"a cat,\n<lora:ink:0.8>"_s;
            recipe.negativePrompt = u"blur\nmore"_s;
            recipe.seed = u"5"_s;
            recipe.size = QSize(8, 9);
            recipe.tuning.steps = 20;
            recipe.tuning.loras = {{u"ink"_s, 0.8}};
        }));
    row("A1111, a prompt alone", pngSaying(textChunk("parameters", "a cat, at: 5, by: x")),
        with({}, [](ClaimedRecipe &recipe) { recipe.prompt = u"a cat, at: 5, by: x"_s; }));

    row("ComfyUI", pngSaying(textChunk("prompt", comfyGraph) + textChunk("workflow", "{\"nodes\": []}")),
        withLora(cat(u"ComfyUI"_s)));
    row("ComfyUI, newer sampler", pngSaying(textChunk("prompt", fluxGraph)),
        with(cat(u"ComfyUI"_s), [](auto &recipe) { recipe.negativePrompt.clear(); }));
    row("ComfyUI, texts in a loader", pngSaying(textChunk("prompt", loaderGraph)), cat(u"ComfyUI"_s));
    row("ComfyUI, an animation", pngSaying(pngChunk("comf", "prompt" + QByteArray(1, '\0') + comfyGraph)),
        withLora(cat(u"ComfyUI"_s)));
    row("ComfyUI, WebP",
        webpWithExif(exifOf({{0x010f, "workflow:{}", true}, {0x0110, "prompt:" + comfyGraph, true}}, {}, false)),
        withLora(cat(u"ComfyUI"_s)));
    row("ComfyUI, AVIF", avifWithExif(exifOf({{0x0110, "prompt:" + comfyGraph, true}}, {}, false)),
        withLora(cat(u"ComfyUI"_s)));
    row("ComfyUI, unclear", pngSaying(textChunk("prompt", unclearGraph)),
        with({}, [](ClaimedRecipe &recipe) { recipe.program = u"ComfyUI"_s; }));
    row("ComfyUI, the editor's alone", pngSaying(textChunk("workflow", "{\"nodes\": [1]}")),
        with({}, [](ClaimedRecipe &recipe) { recipe.program = u"ComfyUI"_s; }));
    row("ComfyUI and A1111's text", pngSaying(textChunk("prompt", unclearGraph) + textChunk("parameters", a1111Text)),
        cat(u"ComfyUI"_s));
    row("ComfyUI in a comment", jpegWithExif(commentBlock(ascii("{\"prompt\": " + comfyGraph + ", \"workflow\": {}}"))),
        withLora(cat(u"ComfyUI"_s)));

    row("SwarmUI", pngSaying(textChunk("parameters", swarmText)), withLora(cat(u"SwarmUI"_s, u"0.9.6"_s)));
    row("SwarmUI, JPEG", jpegWithExif(commentBlock(unicode(QString::fromLatin1(swarmText), false), false)),
        withLora(cat(u"SwarmUI"_s, u"0.9.6"_s)));
    row("SwarmUI, once", jpegWithExif(exifOf({{0x0110, swarmText, true}}, {}, false)),
        withLora(cat(u"SwarmUI"_s, u"0.9.6"_s)));
    row("Fooocus", pngSaying(textChunk("parameters", fooocusText) + textChunk("fooocus_scheme", "fooocus")),
        withLora(cat(u"Fooocus"_s, u"v2.5.5"_s)));
    const QByteArray fooocusTwice =
        QByteArray(fooocusText).replace("\n}", ", \"loras\": [[\"ink\", 0.8, \"hash\"]]\n}");
    row("Fooocus, its LoRA twice", pngSaying(textChunk("parameters", fooocusTwice)),
        withLora(cat(u"Fooocus"_s, u"v2.5.5"_s)));
    row("Fooocus, its LoRA in a list",
        pngSaying(textChunk("parameters", QByteArray(fooocusTwice).replace("lora_combined_1", "other"))),
        withLora(cat(u"Fooocus"_s, u"v2.5.5"_s)));
    row("Fooocus, A1111's scheme, LoRA",
        pngSaying(
            textChunk("parameters",
                      a1111Text + ", Lora hashes: \"ink: 0123\", Lora weights: \"ink: 0.8\", Version: Fooocus v2.5.5")
            + textChunk("fooocus_scheme", "a1111")),
        withLora(cat(u"Fooocus"_s, u"2.5.5"_s)));
    row("Fooocus, A1111's scheme", pngSaying(textChunk("parameters", a1111Text) + textChunk("fooocus_scheme", "a1111")),
        cat(u"Fooocus"_s));
    row("Fooocus, JPEG",
        jpegWithExif(exifOf({{0x0131, "Fooocus v2.5.5", true}, {0x927c, "fooocus", false}, {userComment, fooocusText}},
                            {}, false)),
        withLora(cat(u"Fooocus"_s, u"v2.5.5"_s)));
    row("Fooocus, JPEG, A1111's scheme",
        jpegWithExif(exifOf({{0x0131, "Fooocus v2.5.5", true}, {userComment, a1111Text}}, {}, false)),
        cat(u"Fooocus"_s, u"v2.5.5"_s));

    row("InvokeAI", pngSaying(textChunk("invokeai_metadata", invokeText) + textChunk("invokeai_graph", "{}")),
        withLora(cat(u"InvokeAI"_s, u"5.4.0"_s)));
    row("InvokeAI 2",
        pngSaying(textChunk("sd-metadata",
                            R"json({"model_weights": "foo", "app_version": "v2.3.0", "image": {"prompt": [{"prompt":
        "a cat, ink [blur]", "weight": 1}], "seed": 18446744073709551615, "steps": 20, "cfg_scale": 7.5,
        "sampler": "Euler a", "width": 512, "height": 768}})json")),
        cat(u"InvokeAI"_s, u"v2.3.0"_s));
    row("InvokeAI 1", pngSaying(textChunk("Dream", "\"a cat [dog]\" -s20 -S5 -W512 -H512 -C7 -A k_lms")),
        with({}, [](ClaimedRecipe &recipe) {
            recipe.program = u"InvokeAI"_s;
            recipe.prompt = u"a cat"_s;
            recipe.negativePrompt = u"dog"_s;
            recipe.seed = u"5"_s;
            recipe.size = QSize(512, 512);
            recipe.sampler = u"k_lms"_s;
            recipe.tuning.steps = 20;
            recipe.tuning.guidance = 7;
        }));
    row("InvokeAI, its graph alone",
        pngSaying(textChunk("invokeai_graph", "{\"nodes\": {}}") + textChunk("invokeai_workflow", "{}")),
        with({}, [](ClaimedRecipe &recipe) { recipe.program = u"InvokeAI"_s; }));
    row("NovelAI",
        pngSaying(textChunk("Title", "AI generated image") + textChunk("Description", "a cat, ink")
                  + textChunk("Software", "NovelAI") + textChunk("Source", "foo") + textChunk("Comment", novelComment)),
        cat(u"NovelAI"_s));
    row("NovelAI, WebP", webpWithExif(exifOf({{0x0131, "foo", true}}, {{userComment, ascii(novelComment)}}, true)),
        cat(u"NovelAI"_s));
    row("NovelAI 4",
        pngSaying(textChunk("Software", "NovelAI")
                  + textChunk("Comment", R"json({"prompt": "x", "v4_prompt": {"caption": {"base_caption": "a room",
            "char_captions": [{"char_caption": "a cat"}]}}, "uc": "blur"})json")),
        with({}, [](ClaimedRecipe &recipe) {
            recipe.program = u"NovelAI"_s;
            recipe.prompt = u"a room\na cat"_s;
            recipe.negativePrompt = u"blur"_s;
        }));
    row("Easy Diffusion, JPEG", jpegWithExif(commentBlock(unicode(QString::fromLatin1(easyText), true))),
        cat(u"Easy Diffusion"_s));
    const ClaimedRecipe withTwo = with(withLora(cat(u"Easy Diffusion"_s)), [](ClaimedRecipe &recipe) {
        recipe.tuning.loras.append({u"night"_s, 1});
    });
    row("Easy Diffusion, several LoRAs",
        jpegWithExif(commentBlock(unicode(
            QString::fromLatin1(QByteArray(easyText).replace(
                "\"use_lora_model\": \"None\"", "\"use_lora_model\": [\"ink\", \"night\"], \"lora_alpha\": [0.8, 1]")),
            true))),
        withTwo);
    row("Easy Diffusion, one LoRA",
        jpegWithExif(commentBlock(
            unicode(QString::fromLatin1(QByteArray(easyText).replace(
                        "\"use_lora_model\": \"None\"", "\"use_lora_model\": \"ink\", \"lora_alpha\": 0.8")),
                    true))),
        withLora(cat(u"Easy Diffusion"_s)));
    const QByteArray easyTexts = textChunk("prompt", "a cat, ink") + textChunk("negative_prompt", "blur")
        + textChunk("seed", "18446744073709551615") + textChunk("num_inference_steps", "20")
        + textChunk("guidance_scale", "7.5") + textChunk("width", "512") + textChunk("height", "768")
        + textChunk("use_stable_diffusion_model", "foo") + textChunk("sampler_name", "Euler a");
    row("Easy Diffusion, PNG, several LoRAs",
        pngSaying(easyTexts + textChunk("use_lora_model", "['ink', 'night']") + textChunk("lora_alpha", "[0.8, 1.0]")),
        withTwo);
    row("Easy Diffusion, PNG for people, several LoRAs",
        pngSaying(easyTexts + textChunk("LoRA model", "ink, night") + textChunk("LoRA Strength", "0.8, 1.0")), withTwo);
    row("Easy Diffusion, PNG",
        pngSaying(textChunk("prompt", "a cat, ink") + textChunk("negative_prompt", "blur")
                  + textChunk("seed", "18446744073709551615") + textChunk("num_inference_steps", "20")
                  + textChunk("guidance_scale", "7.5") + textChunk("width", "512") + textChunk("height", "768")
                  + textChunk("use_stable_diffusion_model", "foo") + textChunk("sampler_name", "Euler a")),
        cat(u"Easy Diffusion"_s));
    row("Easy Diffusion, PNG for people",
        pngSaying(textChunk("Prompt", "a cat, ink") + textChunk("Negative Prompt", "blur")
                  + textChunk("Seed", "18446744073709551615") + textChunk("Steps", "20")
                  + textChunk("Guidance Scale", "7.5") + textChunk("Width", "512") + textChunk("Height", "768")
                  + textChunk("Stable Diffusion model", "foo") + textChunk("Sampler", "Euler a")),
        cat(u"Easy Diffusion"_s));
    const QByteArray xmlText = QString::fromLatin1(drawThingsText).toHtmlEscaped().toUtf8();
    row("Draw Things",
        pngSaying(unicodeTextChunk("XML:com.adobe.xmp",
                                   xmpSaying({},
                                             "<exif:UserComment><rdf:Alt><rdf:li xml:lang='x-default'>" + xmlText
                                                 + "</rdf:li></rdf:Alt></exif:UserComment>"))),
        withLora(cat(u"Draw Things"_s)));
    const ClaimedRecipe sketched =
        with(withLora(cat(u"mflux"_s, u"0.9.0"_s)), [](auto &recipe) { recipe.sampler.clear(); });
    row("mflux", pngSaying(pngChunk("eXIf", commentBlock(ascii(mfluxText)))), sketched);
    row("mflux, as a raw profile",
        pngSaying(
            packedTextChunk("Raw profile type exif", "\nexif\n     100\n" + commentBlock(ascii(mfluxText)).toHex())),
        sketched);
    row("mflux, XMP alone",
        pngSaying(unicodeTextChunk(
            "XML:com.adobe.xmp",
            xmpSaying("xmlns:xmp='http://ns.adobe.com/xap/1.0/' xmlns:mflux='http://ns.mflux.ai/1.0/'",
                      "<dc:description><rdf:Alt><rdf:li xml:lang='x-default'>a cat, ink</rdf:li></rdf:Alt>"
                      "</dc:description><xmp:CreatorTool>MFLUX 0.9.0</xmp:CreatorTool>"
                      "<mflux:seed>18446744073709551615</mflux:seed><mflux:steps>20</mflux:steps>"
                      "<mflux:guidance>7.5</mflux:guidance><mflux:model>foo</mflux:model>"
                      "<mflux:loras>ink:0.8</mflux:loras>"))),
        with(sketched, [](ClaimedRecipe &recipe) {
            recipe.negativePrompt.clear();
            recipe.size = QSize();
        }));
    const QByteArray job = "a cat, ink --no blur --seed 5 --ar 3:2 --v 7 Job ID: 0a1b2c3d-1111-2222-3333-444455556666";
    const ClaimedRecipe drawn = with({}, [](ClaimedRecipe &recipe) {
        recipe.program = u"Midjourney"_s;
        recipe.prompt = u"a cat, ink"_s;
        recipe.negativePrompt = u"blur"_s;
        recipe.seed = u"5"_s;
        recipe.model = u"Midjourney 7"_s;
    });
    row("Midjourney", pngSaying(textChunk("Description", job)), drawn);
    row("Midjourney, XMP",
        jpegSaying(jpegSegment(
            0xe1,
            QByteArray("http://ns.adobe.com/xap/1.0/\0", 29)
                + xmpSaying({}, "<dc:description><rdf:Alt><rdf:li>" + job + "</rdf:li></rdf:Alt></dc:description>"))),
        drawn);
}

void TestClaims::programs()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const ClaimedRecipe, recipe);
    const std::optional<ClaimedRecipe> found = readClaims(bytes).recipe;
    QVERIFY(found);
    QCOMPARE(found->program, recipe.program);
    QCOMPARE(found->version, recipe.version);
    QCOMPARE(found->prompt, recipe.prompt);
    QCOMPARE(found->negativePrompt, recipe.negativePrompt);
    QCOMPARE(found->model, recipe.model);
    QCOMPARE(found->seed, recipe.seed);
    QCOMPARE(found->size, recipe.size);
    QCOMPARE(found->sampler, recipe.sampler);
    QCOMPARE(found->tuning, recipe.tuning);
    QVERIFY(!found->raw.isEmpty());
    for (const auto &[name, value] : found->settings) {
        QVERIFY2(!value.contains("somebody"_L1), qPrintable(name)); // where files lie is nobody's business
    }
    QVERIFY(!readClaims(bytes).own);
}

void TestClaims::ownFilesSayAllOfIt_data()
{
    QTest::addColumn<ImageFormat>("format");
    for (const ImageFormat format : deliverableFormats()) {
        QTest::newRow(qPrintable(formatName(format))) << format;
    }
}

void TestClaims::ownFilesSayAllOfIt()
{
    QFETCH(const ImageFormat, format);
    Recipe recipe;
    recipe.prompt = u"a cat"_s;
    recipe.negativePrompt = u"blur"_s;
    recipe.model = u"foo"_s;
    recipe.provider = u"fal"_s;
    recipe.seed = 9007199254740993LL;
    recipe.size = QSize(8, 9);
    recipe.tuning.steps = 20;
    recipe.tuning.scheduler = u"euler"_s;
    recipe.version = u"0.1.0"_s;
    QImage image(8, 9, QImage::Format_RGB32);
    image.fill(Qt::red);
    EncodeOptions options;
    options.format = format;
    options.recipe = recipe;
    const PictureClaims claims = readClaims(encodeImage(image, options).value());
    QCOMPARE(claims.own, std::optional(recipe));
    QVERIFY(claims.recipe);
    QCOMPARE(claims.recipe->program, u"Lightwell"_s);
    QCOMPARE(claims.recipe->version, u"0.1.0"_s);
    QCOMPARE(claims.recipe->prompt, u"a cat"_s);
    QCOMPARE(claims.recipe->seed, u"9007199254740993"_s);
    QCOMPARE(claims.recipe->sampler, u"euler"_s);
    QCOMPARE(claims.labels.digitalSourceType, u"trainedAlgorithmicMedia"_s);
    QCOMPARE(claims.labels.system, u"foo"_s);
    QVERIFY(!claims.credentials);
}

void TestClaims::nothingIsMadeUp_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no picture") << QByteArray("parameters");
    QTest::newRow("plain") << pngSaying({});
    QTest::newRow("a camera's comment") << jpegWithExif(commentBlock(ascii("My holidays: day 1, sun: yes")));
    QTest::newRow("a camera") << jpegWithExif(exifOf(
        {{0x010f, "Canon", true}, {0x0110, "EOS R5", true}, {0x0131, "Lightroom: 1, a: 2, b: 3", true}}, {}, false));
    QTest::newRow("blanks") << jpegWithExif(commentBlock(QByteArray("ASCII\0\0\0", 8) + QByteArray(200, ' ')));
    QTest::newRow("a comment") << jpegSaying(jpegSegment(0xfe, "CREATOR: gd-jpeg v1.0, quality = 82"));
    QTest::newRow("other JSON") << jpegWithExif(commentBlock(ascii("{\"prompt\": 5, \"name\": {\"a\": 1}}")));
    QTest::newRow("a comment in JSON") << jpegWithExif(commentBlock(ascii("{\"Comment\": \"{}\", \"Source\": \"x\"}")));
    QTest::newRow("a title") << pngSaying(textChunk("Title", "x") + textChunk("Software", "GIMP")
                                          + textChunk("Comment", "Created with GIMP"));
    QTest::newRow("an empty text") << pngSaying(textChunk("parameters", " \n "));
}

void TestClaims::nothingIsMadeUp()
{
    QFETCH(const QByteArray, bytes);
    QCOMPARE(readClaims(bytes), PictureClaims());
}

void TestClaims::labels_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<AiLabels>("labels");
    const auto png = [](const QByteArray &xmp) { return pngSaying(unicodeTextChunk("XML:com.adobe.xmp", xmp)); };
    const QByteArray address = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";
    const AiLabels trained {.digitalSourceType = u"trainedAlgorithmicMedia"_s};
    QTest::newRow("an attribute") << png(xmpSaying("iptc:DigitalSourceType='" + address + "'")) << trained;
    QTest::newRow("an element") << png(
        xmpSaying({}, "<iptc:DigitalSourceType>" + address + "</iptc:DigitalSourceType>"))
                                << trained;
    QTest::newRow("a resource") << png(xmpSaying({}, "<iptc:DigitalSourceType rdf:resource='" + address + "'/>"))
                                << trained;
    QTest::newRow("IPTC 2025.1")
        << png(xmpSaying("iptc:AISystemUsed='foo' iptc:AISystemVersionUsed='2' iptc:AIPromptInformation='a&#10;b'",
                         "<iptc:AIPromptWriterName>me</iptc:AIPromptWriterName>"))
        << AiLabels {.system = u"foo"_s, .systemVersion = u"2"_s, .prompt = u"a\nb"_s, .promptWriter = u"me"_s};
    const QString aigc = u"{\"Label\":\"1\"}"_s;
    QTest::newRow("China's") << png(xmpSaying("TC260:AIGC='{\"Label\":\"1\"}'")) << AiLabels {.aigc = aigc};
    QTest::newRow("China's, an element") << png(xmpSaying({}, "<TC260:AIGC>{\"Label\":\"1\"}</TC260:AIGC>"))
                                         << AiLabels {.aigc = aigc};
    QTest::newRow("China's, EXIF") << jpegWithExif(commentBlock(ascii("{\"AIGC\": {\"Label\": \"1\"}}")))
                                   << AiLabels {.aigc = aigc};
    QTest::newRow("after entities") << png("<!DOCTYPE a [<!ENTITY b 'c'>]>"
                                           + xmpSaying("iptc:DigitalSourceType='" + address + "'"))
                                    << AiLabels();
    QTest::newRow("broken behind it") << png(xmpSaying("iptc:DigitalSourceType='" + address + "'", "<a><b>"))
                                      << trained;
}

void TestClaims::labels()
{
    QFETCH(const QByteArray, bytes);
    QTEST(readLabels(bytes), "labels");
    QVERIFY(!readClaims(bytes).recipe);
}

void TestClaims::credentials_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QCborMap claim {{u"dc:title"_s, u"image.png"_s},
                          {u"claim_generator_info"_s, QCborMap {{u"name"_s, u"Acme"_s}, {u"version"_s, u"2.0"_s}}}};
    const QCborMap action {
        {u"action"_s, u"c2pa.created"_s},
        {u"softwareAgent"_s, QCborMap {{u"name"_s, u"Painter"_s}}},
        {u"digitalSourceType"_s, u"http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"_s}};
    const QCborMap actions {{u"actions"_s, QCborArray {action}}};
    const QByteArray store = credentialStore(QCborValue(claim).toCbor(), QCborValue(actions).toCbor(),
                                             QByteArray("\xd2\x84\x40\xa0\x40\x40"));
    QTest::newRow("PNG") << pngSaying(pngChunk("caBX", store));
    const QByteArray first = store.left(300);
    const auto piece = [](char number, const QByteArray &content) {
        return jpegSegment(0xeb, "JP" + QByteArray("\0\1\0\0\0", 5) + number + content);
    };
    QTest::newRow("JPEG, in pieces") << jpegSaying(piece('\1', first) + piece('\2', store.left(8) + store.mid(300)));
    QTest::newRow("AVIF") << avifWithExif({})
            + boxSaying("uuid",
                        QByteArray::fromHex("d8fec3d61b0e483c92975828877ec481") + QByteArray(4, '\0') + "manifest"
                            + QByteArray(9, '\0') + store);
    const QByteArray webp = webpWithExif({});
    QByteArray signedWebp = webp + "C2PA" + QByteArray(4, '\0') + store + QByteArray(store.size() % 2, '\0');
    qToLittleEndian(quint32(store.size()), signedWebp.data() + webp.size() + 4);
    qToLittleEndian(quint32(signedWebp.size() - 8), signedWebp.data() + 4);
    QTest::newRow("WebP") << signedWebp;
    QByteArray gif = encodeImage(QImage(4, 4, QImage::Format_RGB32), {.format = ImageFormat::Gif}).value();
    QByteArray blocks = "!\xff\x0b" + QByteArray("C2PA_GIF\1\0\0", 11);
    for (qsizetype at = 0; at < store.size(); at += 255) {
        blocks += char(qMin<qsizetype>(255, store.size() - at)) + store.mid(at, 255);
    }
    const qsizetype behindTable = 13 + (gif.at(10) & 0x80 ? 3 * (2 << (gif.at(10) & 7)) : 0);
    QTest::newRow("GIF") << gif.insert(behindTable, blocks + '\0');
    QTest::newRow("JPEG XL") << encodeImage(QImage(4, 4, QImage::Format_RGB32),
                                            {.format = ImageFormat::Jxl, .compression = {}, .recipe = Recipe()})
                                    .value()
            + store;
    QTest::newRow("TIFF") << exifOf({{0xcd41, store}}, {}, false);
}

void TestClaims::credentials()
{
    QFETCH(const QByteArray, bytes);
    const PictureClaims claims = readClaims(bytes);
    QVERIFY(claims.credentials);
    QCOMPARE(claims.credentials->generator, u"Acme 2.0"_s);
    QCOMPARE(claims.credentials->title, u"image.png"_s);
    QCOMPARE(claims.credentials->actions,
             (QList<ClaimedCredentials::Action> {{u"c2pa.created"_s, u"trainedAlgorithmicMedia"_s, u"Painter"_s}}));
    QCOMPARE(claims.credentials->signedBy, QString());
    QVERIFY(hasCredentials(bytes));
    // Any change would make them invalid.
    Recipe recipe;
    recipe.prompt = u"a cat"_s;
    QCOMPARE(embedRecipe(bytes, *sniffFormat(bytes), recipe).value(), bytes);
}

void TestClaims::textsHiddenInPixels_data()
{
    QTest::addColumn<QByteArray>("signature");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("program");
    const QByteArray novel = "{\"Software\": \"NovelAI\", \"Source\": \"foo\", \"Description\": \"a cat, ink\", "
                             "\"Comment\": \"{\\\"uc\\\": \\\"blur\\\"}\"}";
    QTest::newRow("NovelAI") << QByteArray("stealth_pngcomp") << gzipped(novel) << u"NovelAI"_s;
    QTest::newRow("Forge") << QByteArray("stealth_pnginfo") << a1111Text.left(90) + ", Version: f2.0" << u"Forge"_s;
    QTest::newRow("not packed at all") << QByteArray("stealth_pngcomp") << QByteArray("x") << QString();
    QTest::newRow("other bits") << QByteArray("stealth_pngnone") << gzipped(novel) << QString();
    QTest::newRow("a bomb") << QByteArray("stealth_pngcomp") << gzipped(QByteArray(200'000, ' ')).left(250)
                            << QString();
}

void TestClaims::textsHiddenInPixels()
{
    QFETCH(const QByteArray, signature);
    QFETCH(const QByteArray, payload);
    QFETCH(const QString, program);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QVERIFY(hiding(signature, payload).save(&buffer, "png"));
    const PictureClaims claims = readClaims(bytes);
    QCOMPARE(claims.recipe.has_value(), !program.isEmpty());
    if (claims.recipe) {
        QCOMPARE(claims.recipe->program, program);
        QCOMPARE(claims.recipe->prompt, u"a cat, ink"_s);
        QCOMPARE(claims.recipe->negativePrompt, u"blur"_s);
        QCOMPARE(claims.recipe->model, program == "NovelAI"_L1 ? u"foo"_s : QString());
    }
    // It goes neither to a vendor nor into another file, and nobody sees the difference.
    const QImage before = decodeImage(bytes).value();
    for (const QByteArray &passedOn : {preparedInput(bytes).value(), encodeImage(before, {}).value()}) {
        QVERIFY(!readClaims(passedOn).recipe);
        const QImage after = decodeImage(passedOn).value();
        QCOMPARE(after.size(), before.size());
        QCOMPARE(after.pixelColor(60, 46).green(), before.pixelColor(60, 46).green());
        QVERIFY(after.pixelColor(60, 46).alpha() >= 254);
    }
}

void TestClaims::tooMuchIsLeft_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray deep = QByteArray("{\"prompt\":").repeated(100'000);
    QTest::newRow("deep JSON") << pngSaying(textChunk("invokeai_metadata", deep));
    QTest::newRow("long JSON") << pngSaying(
        textChunk("invokeai_metadata", "{\"positive_prompt\": \"" + QByteArray(6'000'000, 'x') + "\"}"));
    QTest::newRow("many values") << pngSaying(
        textChunk("prompt", "{\"a\": [" + QByteArray("1,").repeated(1'000'000) + "1]}"));
    QTest::newRow("packed zeros") << pngSaying(
        pngChunk("zTXt", QByteArray("prompt\0\0", 8) + packedZeros(100'000'000)));
    QTest::newRow("many packed zeros") << pngSaying(
        pngChunk("zTXt", QByteArray("prompt\0\0", 8) + packedZeros(9'000'000)).repeated(50));
    QTest::newRow("deep credentials") << pngSaying(
        pngChunk("caBX", credentialStore(QByteArray(500'000, '\x81'), {}, {})));
    QTest::newRow("deep XMP") << pngSaying(
        unicodeTextChunk("XML:com.adobe.xmp", xmpSaying({}, QByteArray("<a>").repeated(9'000))));
    QTest::newRow("a long line") << pngSaying(textChunk("parameters", QByteArray("a, b: \"").repeated(500'000)));
    QTest::newRow("many tails") << pngSaying(
        textChunk("parameters", "a: b, c: d, e: f" + QByteArray(", Hashes: {").repeated(100'000)));
}

void TestClaims::tooMuchIsLeft()
{
    QFETCH(const QByteArray, bytes);
    QElapsedTimer timer;
    timer.start();
    (void)readClaims(bytes);
    QVERIFY2(timer.elapsed() < 20'000,
             qPrintable(QString::number(timer.elapsed()))); // minutes, where it is not bounded
}

QTEST_GUILESS_MAIN(TestClaims)
#include "test_claims.moc"
