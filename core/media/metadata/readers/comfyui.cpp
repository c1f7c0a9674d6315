// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The graph that ran: {id: {"class_type", "inputs"}}, where an input is a value or a link ["id", slot]. Anybody can add
// kinds of nodes, so what is wanted is found by how nodes hang together; where that is not plain, it stays empty.
#include "core/media/metadata/readers/readers.h"
#include "core/media/metadata/readers/settingsjson.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lightwell::metadata::readers {

namespace {

using Keys = std::initializer_list<QLatin1StringView>;

struct Node
{
    QString kind;
    QJsonObject inputs;

    [[nodiscard]] bool has(QLatin1StringView input) const { return inputs.contains(input); }
};

/// The node that a link leads to; empty: the value is none.
QString targetOf(const QJsonValue &value)
{
    const QJsonArray link = value.toArray();
    return link.size() == 2 && link.at(1).isDouble() ? wordOf(link.at(0)) : QString();
}

class Graph
{
public:
    explicit Graph(const QJsonObject &graph)
    {
        for (auto it = graph.constBegin(); it != graph.constEnd(); ++it) {
            const QJsonObject node = it.value().toObject();
            if (const QString kind = node.value("class_type"_L1).toString(); !kind.isEmpty()) {
                m_nodes.insert(it.key(), {kind, node.value("inputs"_L1).toObject()});
            }
        }
    }

    [[nodiscard]] bool isEmpty() const { return m_nodes.isEmpty(); }

    /// The sampler that made what was saved. Of several the first in the chain: it is fed by an empty picture.
    [[nodiscard]] std::optional<Node> sampler() const
    {
        QStringList roots;
        for (auto it = m_nodes.cbegin(); it != m_nodes.cend(); ++it) {
            if (it->kind.contains("Save"_L1) || it->kind.contains("Preview"_L1)) {
                roots.append(it.key());
            }
        }
        QList<Node> found;
        const QStringList all = roots.isEmpty() ? QStringList(m_nodes.keys()) : reachableFrom(roots);
        for (const QString &id : all) {
            if (isSampler(m_nodes.value(id))) {
                found.append(m_nodes.value(id));
            }
        }
        const auto first = std::find_if(found.begin(), found.end(), [this](const Node &node) {
            return at(node.inputs.value("latent_image"_L1)).kind.startsWith("Empty"_L1);
        });
        if (first != found.end()) {
            return *first;
        }
        return found.size() == 1 ? std::optional(found.constFirst()) : std::nullopt;
    }

    [[nodiscard]] Node at(const QJsonValue &link) const { return m_nodes.value(targetOf(link)); }

    /// A plain value, which may stand in a node of its own.
    [[nodiscard]] QJsonValue value(const Node &node, Keys keys) const
    {
        QJsonValue found = firstOf(node.inputs, keys);
        for (int step = 0; step < deepest && !targetOf(found).isEmpty(); ++step) {
            const QJsonObject inputs = at(found).inputs;
            const QJsonValue own = firstOf(inputs, keys);
            found =
                own.isUndefined() ? firstOf(inputs, {"value"_L1, "int"_L1, "float"_L1, "number"_L1, "string"_L1}) : own;
        }
        return targetOf(found).isEmpty() ? found : QJsonValue(QJsonValue::Undefined);
    }

    /// The words that a conditioning comes from. `side` is "positive" or "negative": which way to go where both pass.
    [[nodiscard]] QString text(const QJsonValue &link, QLatin1StringView side) const
    {
        QJsonValue next = link;
        for (int step = 0; step < deepest; ++step) {
            const Node node = at(next);
            if (node.kind.isEmpty() || node.kind == "ConditioningZeroOut"_L1) {
                return {};
            }
            const QJsonValue words = firstOf(node.inputs,
                                             {"populated_text"_L1, "text"_L1, "text_g"_L1, "text_l"_L1, "t5xxl"_L1,
                                              "clip_l"_L1, "prompt"_L1, "string"_L1, "value"_L1});
            if (words.isString()) {
                return words.toString();
            }
            if (const QJsonValue own = node.inputs.value(side); own.isString()) { // a loader that has the texts in it
                return own.toString();
            }
            next = targetOf(words).isEmpty()
                ? firstOf(node.inputs, {side, "conditioning"_L1, "conditioning_1"_L1, "conditioning_to"_L1})
                : words;
        }
        return {};
    }

    /// The first node up the chain of `input` for which one of `keys` is there.
    [[nodiscard]] Node up(const Node &from, Keys inputs, Keys keys) const
    {
        Node node = from;
        for (int step = 0; step < deepest && !node.kind.isEmpty(); ++step) {
            if (!firstOf(node.inputs, keys).isUndefined()) {
                return node;
            }
            node = at(firstOf(node.inputs, inputs));
        }
        return {};
    }

    void addLoras(const Node &from, ClaimedRecipe &recipe) const
    {
        Node node = at(from.inputs.value("model"_L1));
        for (int step = 0; step < deepest && !node.kind.isEmpty(); ++step) {
            if (node.has("lora_name"_L1)) {
                addLora(recipe, wordOf(value(node, {"lora_name"_L1})), value(node, {"strength_model"_L1}));
            }
            node = at(node.inputs.value("model"_L1));
        }
    }

private:
    static constexpr int deepest = 64;

    static bool isSampler(const Node &node)
    {
        const bool isPlain = node.has("positive"_L1) && node.has("negative"_L1)
            && (node.kind.contains("Sampler"_L1) || node.has("sampler_name"_L1));
        return isPlain || node.kind == "SamplerCustomAdvanced"_L1;
    }

    /// Each once, in the order they are met.
    [[nodiscard]] QStringList reachableFrom(const QStringList &roots) const
    {
        QStringList open = roots;
        QSet<QString> seen(roots.begin(), roots.end());
        for (qsizetype i = 0; i < open.size(); ++i) {
            const QJsonObject inputs = m_nodes.value(open.at(i)).inputs;
            for (const QJsonValue input : inputs) {
                const QString target = targetOf(input);
                if (m_nodes.contains(target) && !seen.contains(target)) {
                    seen.insert(target);
                    open.append(target);
                }
            }
        }
        return open;
    }

    QHash<QString, Node> m_nodes;
};

void readModel(const Graph &graph, const Node &from, ClaimedRecipe &recipe)
{
    const Keys names {"ckpt_name"_L1, "unet_name"_L1, "model_name"_L1};
    const Node loader = graph.up(from, {"model"_L1}, names);
    recipe.model = lastPart(wordOf(graph.value(loader, names)));
    graph.addLoras(from, recipe);
}

void readSize(const Graph &graph, const Node &sampler, ClaimedRecipe &recipe)
{
    const Node latent = graph.at(sampler.inputs.value("latent_image"_L1));
    if (latent.kind.startsWith("Empty"_L1)) {
        recipe.size = sizeOf(graph.value(latent, {"width"_L1}), graph.value(latent, {"height"_L1}));
    }
}

} // namespace

Found comfyUi(const QJsonObject &object)
{
    const Graph graph(object);
    if (graph.isEmpty()) {
        return std::nullopt;
    }
    ClaimedRecipe recipe;
    recipe.program = u"ComfyUI"_s;
    const std::optional<Node> sampler = graph.sampler();
    if (!sampler) {
        return recipe;
    }
    // The newer kind of sampler has its parts in nodes of their own.
    const auto part = [&](QLatin1StringView input) {
        return sampler->has(input) ? graph.at(sampler->inputs.value(input)) : Node();
    };
    const Node guider = part("guider"_L1);
    const Node conditioned = guider.kind.isEmpty() ? *sampler : guider;
    const auto word = [&graph](const Node &first, const Node &second, Keys keys) {
        const QString found = wordOf(graph.value(first, keys));
        return found.isEmpty() ? wordOf(graph.value(second, keys)) : found;
    };
    const QJsonValue positive = firstOf(conditioned.inputs, {"positive"_L1, "conditioning"_L1});
    recipe.prompt = graph.text(positive, "positive"_L1);
    recipe.negativePrompt = graph.text(conditioned.inputs.value("negative"_L1), "negative"_L1);
    recipe.seed = seedOf(word(*sampler, part("noise"_L1), {"seed"_L1, "noise_seed"_L1}));
    recipe.sampler = word(*sampler, part("sampler"_L1), {"sampler_name"_L1});
    (void)recipe.tuning.read(u"steps"_s, word(*sampler, part("sigmas"_L1), {"steps"_L1}));
    QString guidance = word(*sampler, guider, {"cfg"_L1});
    if (guidance.isEmpty()) {
        const Node flux = graph.up(graph.at(positive), {"conditioning"_L1}, {"guidance"_L1});
        guidance = wordOf(graph.value(flux, {"guidance"_L1}));
    }
    (void)recipe.tuning.read(u"guidance"_s, guidance);
    if (const QString scheduler = word(*sampler, part("sigmas"_L1), {"scheduler"_L1}); !scheduler.isEmpty()) {
        recipe.settings.append({u"scheduler"_s, scheduler});
    }
    readModel(graph, conditioned, recipe);
    readSize(graph, *sampler, recipe);
    return recipe;
}

} // namespace lightwell::metadata::readers
