// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/comfyuinodes.h"

#include <QHash>
#include <QJsonArray>

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

/// Inputs of nodes.py: "*" a link, "text", "file" an uploaded one, "a|b" a list, "1..9" a number, "yes" true or false.
const QHash<QString, QHash<QString, QString>> &classes()
{
    static const QHash<QString, QHash<QString, QString>> known {
        {u"CheckpointLoaderSimple"_s,
         {{u"ckpt_name"_s, u"dreamshaper_8.safetensors|sdxl/Juggernaut XL.safetensors"_s}}},
        {u"LoraLoader"_s,
         {{u"model"_s, u"*"_s},
          {u"clip"_s, u"*"_s},
          {u"lora_name"_s, u"detail.safetensors|pixel.safetensors"_s},
          {u"strength_model"_s, u"-100..100"_s},
          {u"strength_clip"_s, u"-100..100"_s}}},
        {u"UpscaleModelLoader"_s, {{u"model_name"_s, u"RealESRGAN_x4.pth"_s}}},
        {u"CLIPTextEncode"_s, {{u"clip"_s, u"*"_s}, {u"text"_s, u"text"_s}}},
        {u"EmptyLatentImage"_s,
         {{u"width"_s, u"16..16384"_s}, {u"height"_s, u"16..16384"_s}, {u"batch_size"_s, u"1..4096"_s}}},
        {u"KSampler"_s,
         {{u"model"_s, u"*"_s},
          {u"positive"_s, u"*"_s},
          {u"negative"_s, u"*"_s},
          {u"latent_image"_s, u"*"_s},
          {u"seed"_s, u"0..18446744073709551615"_s},
          {u"steps"_s, u"1..10000"_s},
          {u"cfg"_s, u"0..100"_s},
          {u"sampler_name"_s, u"euler|euler_ancestral|dpmpp_2m"_s},
          {u"scheduler"_s, u"normal|karras"_s},
          {u"denoise"_s, u"0..1"_s}}},
        {u"VAEDecode"_s, {{u"samples"_s, u"*"_s}, {u"vae"_s, u"*"_s}}},
        {u"VAEEncode"_s, {{u"pixels"_s, u"*"_s}, {u"vae"_s, u"*"_s}}},
        {u"LoadImage"_s, {{u"image"_s, u"file"_s}}},
        {u"LoadImageMask"_s, {{u"image"_s, u"file"_s}, {u"channel"_s, u"alpha|red|green|blue"_s}}},
        {u"MaskToImage"_s, {{u"mask"_s, u"*"_s}}},
        {u"ImageToMask"_s, {{u"image"_s, u"*"_s}, {u"channel"_s, u"red|green|blue|alpha"_s}}},
        {u"ImageScale"_s,
         {{u"image"_s, u"*"_s},
          {u"upscale_method"_s, u"nearest-exact|bilinear|area|bicubic|lanczos"_s},
          {u"width"_s, u"0..16384"_s},
          {u"height"_s, u"0..16384"_s},
          {u"crop"_s, u"disabled|center"_s}}},
        {u"SetLatentNoiseMask"_s, {{u"samples"_s, u"*"_s}, {u"mask"_s, u"*"_s}}},
        {u"ImageCompositeMasked"_s,
         {{u"destination"_s, u"*"_s},
          {u"source"_s, u"*"_s},
          {u"x"_s, u"0..16384"_s},
          {u"y"_s, u"0..16384"_s},
          {u"resize_source"_s, u"yes"_s}}},
        {u"ImageUpscaleWithModel"_s, {{u"upscale_model"_s, u"*"_s}, {u"image"_s, u"*"_s}}},
        {u"SaveImage"_s, {{u"images"_s, u"*"_s}, {u"filename_prefix"_s, u"text"_s}}},
    };
    return known;
}

/// The type of what is wrong; empty: nothing is.
QString faultOf(const QString &rule, const QJsonValue &value, const QJsonObject &graph, const QStringList &files)
{
    if (value.isUndefined()) {
        return u"required_input_missing"_s;
    }
    if (rule == "*"_L1) {
        const QJsonArray link = value.toArray();
        return link.size() == 2 && graph.contains(link.at(0).toString()) ? QString() : u"bad_linked_input"_s;
    }
    if (rule == "file"_L1) {
        return files.contains(value.toString()) ? QString() : u"custom_validation_failed"_s;
    }
    if (rule == "text"_L1) {
        return value.isString() ? QString() : u"invalid_input_type"_s;
    }
    if (rule == "yes"_L1) {
        return value.isBool() ? QString() : u"invalid_input_type"_s;
    }
    if (!rule.contains(".."_L1)) {
        return rule.split(u'|').contains(value.toString()) ? QString() : u"value_not_in_list"_s;
    }
    const double number = value.toDouble(-1e30);
    if (number < rule.section(".."_L1, 0, 0).toDouble()) {
        return u"value_smaller_than_min"_s;
    }
    return number > rule.section(".."_L1, 1).toDouble() ? u"value_bigger_than_max"_s : QString();
}

QJsonObject told(const QString &type, const QString &message, const QJsonObject &nodes)
{
    return {
        {u"error"_s,
         QJsonObject {
             {u"type"_s, type}, {u"message"_s, message}, {u"details"_s, QString()}, {u"extra_info"_s, QJsonObject()}}},
        {u"node_errors"_s, nodes}};
}

} // namespace

std::optional<QJsonObject> comfyUiGraphFault(const QJsonObject &graph, const QStringList &files)
{
    QJsonObject faults;
    bool hasOutput = false;
    for (auto node = graph.begin(); node != graph.end(); ++node) {
        const QString nodeClass = node.value()["class_type"_L1].toString();
        const auto rules = classes().constFind(nodeClass);
        if (rules == classes().constEnd()) {
            return told(u"missing_node_type"_s, u"Node '%1' not found."_s.arg(nodeClass), {});
        }
        hasOutput = hasOutput || nodeClass == "SaveImage"_L1;
        QJsonArray errors;
        for (auto rule = rules->begin(); rule != rules->end(); ++rule) {
            const QJsonValue value = node.value()["inputs"_L1][rule.key()];
            if (const QString type = faultOf(rule.value(), value, graph, files); !type.isEmpty()) {
                errors.append(QJsonObject {{u"type"_s, type},
                                           {u"message"_s, u"Value not in list"_s},
                                           {u"details"_s, QString(rule.key() + u": no"_s)},
                                           {u"extra_info"_s, QJsonObject {{u"input_name"_s, rule.key()}}}});
            }
        }
        if (!errors.isEmpty()) {
            faults.insert(node.key(), QJsonObject {{u"errors"_s, errors}, {u"class_type"_s, nodeClass}});
        }
    }
    if (!hasOutput) {
        return told(u"prompt_no_outputs"_s, u"Prompt has no outputs"_s, {});
    }
    return faults.isEmpty()
        ? std::nullopt
        : std::optional(told(u"prompt_outputs_failed_validation"_s, u"Prompt outputs failed validation"_s, faults));
}

QJsonObject comfyUiSchema(const QString &nodeClass)
{
    QJsonObject required;
    const QHash<QString, QString> rules = classes().value(nodeClass);
    for (auto rule = rules.begin(); rule != rules.end(); ++rule) {
        if (rule->contains(u'|') || rule.key().endsWith("_name"_L1)) {
            required.insert(rule.key(), QJsonArray {QJsonValue(QJsonArray::fromStringList(rule->split(u'|')))});
        }
    }
    return required.isEmpty()
        ? QJsonObject()
        : QJsonObject {{nodeClass, QJsonObject {{u"input"_s, QJsonObject {{u"required"_s, required}}}}}};
}

} // namespace lightwell::test
