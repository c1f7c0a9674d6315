// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/lists/plainlists.h"

#include "core/model/json.h"
#include "providers/lists/singlelist.h"

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

ListedModel plain(const QJsonObject &entry)
{
    ListedModel model;
    model.id = entry.value("id"_L1).toString();
    model.name = entry.value("display_name"_L1).toString(entry.value("name"_L1).toString());
    model.makesPictures = false;
    return model;
}

std::optional<ListedModel> readOpenAi(const QJsonObject &entry)
{
    ListedModel model = plain(entry);
    model.shutdown = entry.value("shutdown_date"_L1).toString();
    model.makesPictures = model.id.startsWith("gpt-image"_L1) || model.id.startsWith("chatgpt-image"_L1);
    return model;
}

std::optional<ListedModel> readTogether(const QJsonObject &entry)
{
    ListedModel model = plain(entry);
    model.makesPictures = entry.value("type"_L1).toString() == "image"_L1;
    return model.makesPictures ? std::optional(model) : std::nullopt;
}

/// Where an entry says what it is for, only what makes pictures counts.
std::optional<ListedModel> readLumenfall(const QJsonObject &entry)
{
    ListedModel model = plain(entry);
    const QString modality = entry.value("modality"_L1).toString();
    const QStringList capabilities = json::strings(entry.value("capabilities"_L1));
    const bool says = !modality.isEmpty() || !capabilities.isEmpty();
    model.makesPictures = modality == "image"_L1
        || std::any_of(capabilities.cbegin(), capabilities.cend(), [](const QString &capability) {
                              return capability.contains("text-to-image"_L1) || capability.contains("image-edit"_L1)
                                  || capability == "image"_L1;
                          });
    return model.makesPictures || !says ? std::optional(model) : std::nullopt;
}

std::optional<ListedModel> readDeepInfra(const QJsonObject &entry)
{
    ListedModel model = plain(entry);
    const QStringList tags = json::strings(entry.value("metadata"_L1)["tags"_L1]);
    model.makesPictures = tags.contains(u"text-to-image"_s) || tags.contains(u"image-generation"_s)
        || entry.value("type"_L1).toString() == "text-to-image"_L1;
    return model;
}

std::unique_ptr<ModelLister> made(const QString &provider, const QString &base, const QString &version,
                                  std::optional<ListedModel> (*read)(const QJsonObject &))
{
    SingleListProfile profile;
    profile.provider = provider;
    profile.base = QUrl(base);
    profile.version = version;
    profile.path = u"/models"_s;
    profile.read = read;
    profile.needsKey = provider != "deepinfra"_L1;
    profile.isWhole = provider != "deepinfra"_L1; // it lists what it serves as a chat first of all
    if (provider == "together"_L1) {
        profile.entries = {};
    }
    return std::make_unique<SingleList>(std::move(profile));
}

} // namespace

std::unique_ptr<ModelLister> openAiList()
{
    return made(u"openai"_s, u"https://api.openai.com"_s, u"/v1"_s, readOpenAi);
}

std::unique_ptr<ModelLister> togetherList()
{
    return made(u"together"_s, u"https://api.together.ai"_s, u"/v1"_s, readTogether);
}

std::unique_ptr<ModelLister> lumenfallList()
{
    return made(u"lumenfall"_s, u"https://api.lumenfall.ai"_s, u"/openai/v1"_s, readLumenfall);
}

std::unique_ptr<ModelLister> deepInfraList()
{
    return made(u"deepinfra"_s, u"https://api.deepinfra.com"_s, u"/v1/openai"_s, readDeepInfra);
}

} // namespace lightwell
