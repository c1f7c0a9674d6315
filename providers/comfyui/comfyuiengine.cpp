// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/comfyui/comfyuiengine.h"

#include "providers/common/enginelists.h"

#include <QJsonObject>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

const QString schemas = QStringLiteral("/object_info/");

bool isMeant(const HttpResponse &answer)
{
    return engineObject(answer).value("system"_L1).toObject().contains("comfyui_version"_L1);
}

QStringList choices(const HttpResponse &answer, const QString &nodeClass, QLatin1StringView input)
{
    const QJsonValue rule = engineObject(answer).value(nodeClass)["input"_L1]["required"_L1][input];
    return engineNames(rule[0].isArray() ? rule[0].toArray() : rule[1]["options"_L1].toArray());
}

void read(FoundEngine &found, const QString &question, const HttpResponse &answer)
{
    const QString nodeClass = question.sliced(question.lastIndexOf(u'/') + 1);
    if (nodeClass == "CheckpointLoaderSimple"_L1) {
        found.models = choices(answer, nodeClass, "ckpt_name"_L1);
    } else if (nodeClass == "UpscaleModelLoader"_L1) {
        found.upscalers = choices(answer, nodeClass, "model_name"_L1);
    } else if (nodeClass == "KSampler"_L1) {
        found.samplers = choices(answer, nodeClass, "sampler_name"_L1);
    } else if (nodeClass == "LoraLoader"_L1) {
        found.loras = choices(answer, nodeClass, "lora_name"_L1);
    } else {
        found.use = FoundEngine::Use::Pictures;
        found.version = engineText(engineObject(answer).value("system"_L1)["comfyui_version"_L1]);
    }
}

} // namespace

LocalEngine comfyUiEngine()
{
    LocalEngine engine {u"comfyui"_s, u"ComfyUI"_s, u"comfyui"_s, {8188}};
    engine.question = u"/system_stats"_s;
    engine.isMeant = isMeant;
    engine.further = {schemas + u"CheckpointLoaderSimple"_s, schemas + u"UpscaleModelLoader"_s, schemas + u"KSampler"_s,
                      schemas + u"LoraLoader"_s};
    engine.read = read;
    return engine;
}

} // namespace lightwell
