// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/comfyui/comfyuigraph.h"

#include <QJsonArray>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

QString modeOf(const Request &request)
{
    if (request.operation != Operation::Create && request.operation != Operation::Vary) {
        return modeFor(request.operation);
    }
    if (request.images.isEmpty()) {
        return u"text-to-image"_s;
    }
    return request.mask ? u"inpaint"_s : u"image-edit"_s;
}

void put(QJsonObject &graph, const ComfyUiPlace &place, const QJsonValue &value)
{
    QJsonObject node = graph.value(place.node).toObject();
    if (node.isEmpty()) {
        return; // the graphs of an offer need not have the same nodes
    }
    QJsonObject inputs = node.value("inputs"_L1).toObject();
    inputs.insert(place.input, value);
    node.insert("inputs"_L1, inputs);
    graph.insert(place.node, node);
}

void putAll(QJsonObject &graph, const QString &field, const QJsonValue &value)
{
    const QList<ComfyUiPlace> places = ComfyUiPlace::listOf(field);
    for (const ComfyUiPlace &place : places) {
        put(graph, place, value);
    }
}

void putSize(QJsonObject &graph, const QString &field, QSize size)
{
    const QList<ComfyUiPlace> places = ComfyUiPlace::listOf(field);
    for (const ComfyUiPlace &place : places) {
        put(graph, place, place.input.contains("height"_L1) ? size.height() : size.width());
    }
}

void putUploads(QJsonObject &graph, const Offer &offer, QStringList uploads, bool hasMask)
{
    if (hasMask) {
        putAll(graph, offer.fields.value(u"mask"_s), uploads.takeLast());
    }
    const QList<ComfyUiPlace> places = ComfyUiPlace::listOf(offer.fields.value(u"image"_s));
    for (qsizetype i = 0; i < std::min(places.size(), uploads.size()); ++i) {
        put(graph, places.at(i), uploads.at(i));
    }
}

/// Whoever takes the model (its first output) or its text encoder (its second) takes them from the last LoRA.
void relink(QJsonObject &graph, const QString &from, const QString &to)
{
    const QStringList nodes = graph.keys();
    for (const QString &id : nodes) {
        const QJsonObject inputs = graph.value(id)["inputs"_L1].toObject();
        for (auto input = inputs.begin(); input != inputs.end(); ++input) {
            const QJsonArray link = input->toArray();
            if (link.size() == 2 && link.at(0) == from && link.at(1).toInt() < 2) {
                put(graph, {id, input.key()}, QJsonArray {to, link.at(1)});
            }
        }
    }
}

void putLoras(QJsonObject &graph, const QString &model, const QJsonArray &loras)
{
    QString last = model;
    QJsonObject loaders;
    for (const QJsonValue &lora : loras) {
        const QJsonObject inputs {{u"model"_s, QJsonArray {last, 0}},
                                  {u"clip"_s, QJsonArray {last, 1}},
                                  {u"lora_name"_s, lora["path"_L1]},
                                  {u"strength_model"_s, lora["scale"_L1]},
                                  {u"strength_clip"_s, lora["scale"_L1]}};
        last = u"lora%1"_s.arg(loaders.size() + 1);
        loaders.insert(last, QJsonObject {{u"class_type"_s, u"LoraLoader"_s}, {u"inputs"_s, inputs}});
    }
    relink(graph, model, last);
    for (auto loader = loaders.begin(); loader != loaders.end(); ++loader) {
        graph.insert(loader.key(), loader.value());
    }
}

/// The caller's own words: inputs of nodes, {"5": {"scheduler": "karras"}}.
void putOwn(QJsonObject &graph, const QJsonObject &extra)
{
    for (auto node = extra.begin(); node != extra.end(); ++node) {
        const QJsonObject inputs = node->toObject();
        for (auto input = inputs.begin(); input != inputs.end(); ++input) {
            put(graph, {node.key(), input.key()}, input.value());
        }
    }
}

} // namespace

QList<ComfyUiPlace> ComfyUiPlace::listOf(const QString &field)
{
    QList<ComfyUiPlace> places;
    const QStringList parts = field.split(u',', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        places.append({part.trimmed().section(u'.', 0, 0), part.trimmed().section(u'.', 1)});
    }
    return places;
}

QJsonObject comfyUiGraph(const Plan &plan, std::optional<qint64> seed, const QStringList &uploads)
{
    const Offer &offer = plan.offer;
    const QJsonObject &constants = offer.wire.constants;
    const QJsonObject workflows = constants.value("workflows"_L1).toObject();
    QJsonObject graph =
        workflows.value(workflows.size() == 1 ? workflows.keys().first() : modeOf(plan.request)).toObject();
    const auto set = [&](const QString &parameter, const QJsonValue &value) {
        putAll(graph, offer.fields.value(parameter), value);
    };
    putOwn(graph, plan.request.extra);
    const QString model = constants.value("model"_L1).toString();
    putAll(graph, model, offer.providerModel);
    set(u"prompt"_s, plan.request.prompt);
    if (!plan.negativePrompt.isEmpty()) {
        set(u"negative_prompt"_s, plan.negativePrompt);
    }
    if (plan.size.pixels) {
        putSize(graph, offer.fields.value(u"size"_s), *plan.size.pixels);
    }
    if (seed) {
        set(u"seed"_s, *seed);
    }
    for (auto setting = plan.tuning.begin(); setting != plan.tuning.end(); ++setting) {
        if (setting.key() != "loras"_L1) {
            set(setting.key(), setting.value());
        }
    }
    putUploads(graph, offer, uploads, plan.request.mask.has_value());
    if (const QJsonArray loras = plan.tuning.value("loras"_L1).toArray(); !loras.isEmpty()) {
        putLoras(graph, model.section(u'.', 0, 0), loras);
    }
    return graph;
}

QString comfyUiParameter(const Offer &offer, const ComfyUiPlace &place)
{
    const auto isThere = [&place](const QString &field) {
        const QList<ComfyUiPlace> places = ComfyUiPlace::listOf(field);
        return std::any_of(places.begin(), places.end(), [&place](const ComfyUiPlace &known) {
            return known.node == place.node && known.input == place.input;
        });
    };
    if (isThere(offer.wire.constants.value("model"_L1).toString())) {
        return u"model"_s;
    }
    for (auto field = offer.fields.begin(); field != offer.fields.end(); ++field) {
        if (isThere(field.value())) {
            return field.key();
        }
    }
    return place.node + u'.' + place.input;
}

} // namespace lightwell
