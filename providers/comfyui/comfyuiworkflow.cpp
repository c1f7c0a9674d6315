// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/comfyui/comfyuiworkflow.h"

#include "core/adapter/workflowreasons.h"
#include "core/catalog/catalogcheck.h"
#include "core/model/boundedjson.h"
#include "providers/comfyui/comfyuigraph.h"

#include <QJsonArray>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

using Places = QMap<QString, QString>; ///< parameter -> "5.seed"

Error fault(const Reason &reason)
{
    return notSent(ErrorKind::Invalid, reason, u"workflow"_s);
}

bool isLink(const QJsonValue &value)
{
    const QJsonArray link = value.toArray();
    return link.size() == 2 && link.at(0).isString() && link.at(1).isDouble();
}

Status checkGraph(const QJsonObject &graph)
{
    if (graph.value("nodes"_L1).isArray()) {
        return fault(reasons::workflowOfWindow());
    }
    if (graph.isEmpty()) {
        return fault(reasons::workflowHasNoNodes());
    }
    for (auto node = graph.begin(); node != graph.end(); ++node) {
        if (!node.value()["class_type"_L1].isString() || !node.value()["inputs"_L1].isObject()) {
            return fault(reasons::workflowNodeOdd(node.key()));
        }
        const QJsonObject inputs = node.value()["inputs"_L1].toObject();
        for (auto input = inputs.begin(); input != inputs.end(); ++input) {
            const QString target = isLink(input.value()) ? input.value()[0].toString() : node.key();
            if (!graph.contains(target)) {
                return fault(reasons::workflowLinkBroken(node.key(), input.key(), target));
            }
        }
    }
    return Success();
}

Status checkPlaces(const QJsonObject &graph, const Places &places)
{
    for (auto entry = places.begin(); entry != places.end(); ++entry) {
        if (!knownFieldNames().contains(entry.key())) {
            return fault(reasons::workflowInputUnknown(entry.key()));
        }
        const QList<ComfyUiPlace> all = ComfyUiPlace::listOf(entry.value());
        for (const ComfyUiPlace &place : all) {
            if (!graph.value(place.node)["inputs"_L1].toObject().contains(place.input)) {
                return fault(reasons::workflowPlaceUnknown(entry.key(), u"%1.%2"_s.arg(place.node, place.input)));
            }
        }
    }
    return Success();
}

/// Finds the inputs of nodes whose meaning is known.
class PlaceFinder
{
public:
    explicit PlaceFinder(const QJsonObject &graph)
        : m_graph(graph)
    {
    }

    Places find()
    {
        for (auto node = m_graph.begin(); node != m_graph.end(); ++node) {
            const QString nodeClass = node.value()["class_type"_L1].toString();
            if (nodeClass.startsWith("KSampler"_L1)) {
                findSampler(node.key());
            } else if (nodeClass.startsWith("Empty"_L1) && hasNumber(node.key(), u"width"_s)) {
                add(u"size"_s, u"%1.width, %1.height"_s.arg(node.key()));
            } else if (nodeClass == "LoadImage"_L1) {
                add(u"image"_s, node.key() + u".image"_s);
            } else if (nodeClass == "LoadImageMask"_L1) {
                add(u"mask"_s, node.key() + u".image"_s);
            }
        }
        return m_places;
    }

private:
    void add(const QString &parameter, const QString &place)
    {
        if (!m_places.contains(parameter)) {
            m_places.insert(parameter, place);
        }
    }

    [[nodiscard]] QJsonValue input(const QString &node, const QString &name) const
    {
        return m_graph.value(node)["inputs"_L1][name];
    }

    [[nodiscard]] bool hasNumber(const QString &node, const QString &name) const
    {
        return input(node, name).isDouble();
    }

    void findSampler(const QString &node)
    {
        const QList<std::pair<QString, QString>> numbers {{u"seed"_s, u"seed"_s},
                                                          {u"seed"_s, u"noise_seed"_s},
                                                          {u"steps"_s, u"steps"_s},
                                                          {u"guidance"_s, u"cfg"_s},
                                                          {u"strength"_s, u"denoise"_s}};
        for (const auto &[parameter, name] : numbers) {
            if (hasNumber(node, name)) {
                add(parameter, node + u'.' + name);
            }
        }
        if (input(node, u"sampler_name"_s).isString()) {
            add(u"scheduler"_s, node + u".sampler_name"_s);
        }
        findText(u"prompt"_s, input(node, u"positive"_s));
        findText(u"negative_prompt"_s, input(node, u"negative"_s));
    }

    /// Through whatever stands between the sampler and the words.
    void findText(const QString &parameter, QJsonValue link)
    {
        constexpr int farthest = 8;
        for (int i = 0; i < farthest && isLink(link); ++i) {
            const QString node = link[0].toString();
            if (input(node, u"text"_s).isString()) {
                add(parameter, node + u".text"_s);
                return;
            }
            link = input(node, u"conditioning"_s);
        }
    }

    const QJsonObject m_graph;
    Places m_places;
};

Places placesIn(const QJsonObject &inputs)
{
    Places places;
    for (auto input = inputs.begin(); input != inputs.end(); ++input) {
        places.insert(input.key(), input.value().toString());
    }
    return places;
}

QString modeOf(const Places &places)
{
    if (places.contains(u"mask"_s) && places.contains(u"image"_s)) {
        return u"inpaint"_s;
    }
    return places.contains(u"image"_s) ? u"image-edit"_s : u"text-to-image"_s;
}

QJsonObject offerOf(const QString &file, const QJsonObject &graph, const Places &places, const QString &output)
{
    const QString mode = modeOf(places);
    QJsonObject fields;
    for (auto place = places.begin(); place != places.end(); ++place) {
        fields.insert(place.key(), place.value());
    }
    QJsonObject constants {{u"workflows"_s, QJsonObject {{mode, graph}}}};
    if (!output.isEmpty()) {
        constants.insert(u"output"_s, output);
    }
    const QJsonObject range {{u"kind"_s, u"range"_s},
                             {u"multiple_of"_s, 8},
                             {u"min_side"_s, 64},
                             {u"max_side"_s, 4096},
                             {u"preferred"_s, u"1024x1024"_s}};
    const auto pictures = static_cast<int>(ComfyUiPlace::listOf(places.value(u"image"_s)).size());
    return {{u"provider"_s, u"comfyui"_s},
            {u"provider_model"_s, file},
            {u"modes"_s, QJsonArray {mode}},
            {u"sizes"_s, places.contains(u"size"_s) ? range : QJsonObject {{u"kind"_s, u"uncontrolled"_s}}},
            {u"formats"_s, QJsonArray {u"png"_s}},
            {u"max_input_images"_s, pictures},
            {u"fields"_s, fields},
            {u"wire"_s, QJsonObject {{u"imageAs"_s, u"file"_s}, {u"constants"_s, constants}}},
            {u"prices"_s, QJsonArray {QJsonObject {{u"unit"_s, u"image"_s}, {u"usd"_s, 0}}}},
            {u"price_source"_s, u"your own machine"_s}};
}

} // namespace

Result<QJsonObject> comfyUiWorkflow(const QString &file, const QByteArray &text)
{
    const Result<QJsonObject> read = readJsonObject(text, jsonlimits::catalog);
    if (!read) {
        return read.error();
    }
    const bool isWrapped = read->value("workflow"_L1).isObject();
    const QJsonObject graph = isWrapped ? read->value("workflow"_L1).toObject() : *read;
    if (const Status sound = checkGraph(graph); !sound) {
        return sound.error();
    }
    const QJsonObject inputs = isWrapped ? read->value("inputs"_L1).toObject() : QJsonObject();
    const Places places = inputs.isEmpty() ? PlaceFinder(graph).find() : placesIn(inputs);
    if (const Status sound = checkPlaces(graph, places); !sound) {
        return sound.error();
    }
    const QString output = isWrapped ? read->value("output"_L1).toString() : QString();
    if (!output.isEmpty() && !graph.contains(output)) {
        return fault(reasons::workflowPlaceUnknown(u"output"_s, output));
    }
    const QString name = isWrapped ? read->value("name"_L1).toString() : QString();
    return QJsonObject {{u"slug"_s, QString(u"comfyui-"_s + file)},
                        {u"name"_s, name.isEmpty() ? file : name},
                        {u"status"_s, u"active"_s},
                        {u"capabilities"_s, QJsonArray {modeOf(places)}},
                        {u"offers"_s, QJsonArray {offerOf(file, graph, places, output)}}};
}

} // namespace lightwell
