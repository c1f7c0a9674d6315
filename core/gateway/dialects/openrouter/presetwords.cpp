// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/openrouter/presetwords.h"

#include "core/chat/textcall.h"
#include "core/chat/writtenobject.h"
#include "core/gateway/dialects/picturetool.h"
#include "core/wording/gatewayreasons.h"

#include <algorithm>
#include <array>

namespace lightwell::openrouter {

using namespace Qt::StringLiterals;

namespace {

/// What a body says of presets.
struct Wish
{
    QString slug; ///< empty: nothing
    QString model; ///< without it
};

bool isSaid(const WrittenObject &body, const QByteArray &name)
{
    return body.contains(name) && body.value(name) != "null";
}

/// Without reading it. The word may have its letters escaped.
bool mayNameOne(const QByteArray &body)
{
    return body.contains("preset") || body.contains("\\u006") || body.contains("\\u007");
}

Result<Wish> wishOf(const WrittenObject &body)
{
    static const QString mark = u"@preset/"_s;
    const QString model = writtenValue(body.value("model")).toString();
    const qsizetype at = model.indexOf(mark);
    Wish wish {at < 0 ? QString() : model.mid(at + mark.size()), at < 0 ? model : model.left(at)};
    if (at >= 0 && wish.slug.isEmpty()) {
        return notSent(ErrorKind::Invalid, reasons::presetNameUnusable(), u"model"_s);
    }
    if (!isSaid(body, "preset")) {
        return wish;
    }
    const QString named = writtenValue(body.value("preset")).toString();
    if (named.isEmpty()) {
        return notSent(ErrorKind::Invalid, reasons::presetNameUnusable(), u"preset"_s);
    }
    const QString slug = named.startsWith(mark) ? named.mid(mark.size()) : named;
    if (!wish.slug.isEmpty() && wish.slug.compare(slug, Qt::CaseInsensitive) != 0) {
        return notSent(ErrorKind::Invalid, reasons::presetNamedTwice(wish.slug, slug), u"preset"_s);
    }
    wish.slug = slug;
    return wish;
}

/// How a field of `image_config` is called in a body itself.
QByteArray imagesName(const QByteArray &configs)
{
    return configs == "image_size" ? "resolution"_ba : configs;
}

/// Of a chat.
bool isSaidInConfig(const WrittenObject &body, const QByteArray &name)
{
    const WrittenObject image(body.value("image_config"));
    const QByteArrayList names = image.names();
    return body.contains("messages") && std::any_of(names.begin(), names.end(), [&](const QByteArray &one) {
               return imagesName(one) == name && isSaid(image, one);
           });
}

/// Fields that say the same, or part of it: whoever says one of them does not want the preset's other.
bool isSaidOtherwise(const WrittenObject &body, const QByteArray &name)
{
    static const std::array rivals {std::pair {"max_tokens"_ba, "max_completion_tokens"_ba},
                                    std::pair {"max_completion_tokens"_ba, "max_tokens"_ba},
                                    std::pair {"size"_ba, "aspect_ratio"_ba},
                                    std::pair {"size"_ba, "resolution"_ba},
                                    std::pair {"aspect_ratio"_ba, "size"_ba},
                                    std::pair {"resolution"_ba, "size"_ba}};
    return std::any_of(rivals.begin(), rivals.end(), [&](const auto &rival) {
        return rival.first == name && (isSaid(body, rival.second) || isSaidInConfig(body, rival.second));
    });
}

/// By what a tool is known: its type, and the name of a function.
QString identityOf(const QByteArray &tool)
{
    const WrittenObject fields(tool);
    const QString type = writtenValue(fields.value("type")).toString();
    const QString name = writtenValue(WrittenObject(fields.value("function")).value("name")).toString();
    return type + u'\n' + (name.isEmpty() ? writtenValue(fields.value("name")).toString() : name);
}

/// The call's own, and before them those of the preset that it has not.
QByteArray joinedTools(const QByteArray &own, const QByteArray &presets)
{
    const QByteArrayList said = writtenEntries(own);
    QStringList known;
    for (const QByteArray &tool : said) {
        known.append(identityOf(tool));
    }
    QByteArrayList all;
    const QByteArrayList further = writtenEntries(presets);
    std::copy_if(further.begin(), further.end(), std::back_inserter(all),
                 [&known](const QByteArray &tool) { return !known.contains(identityOf(tool)); });
    return '[' + (all + said).join(',') + ']';
}

/// Its `image_config` without what the call says itself, in whichever place.
QByteArray configBeside(const WrittenObject &own, const QByteArray &config)
{
    if (!config.startsWith('{')) {
        return config;
    }
    WrittenObject image(config);
    const QByteArrayList names = image.names();
    for (const QByteArray &name : names) {
        const QByteArray field = imagesName(name);
        if (isSaid(own, field) || isSaidOtherwise(own, field)) {
            image.remove(name);
        }
    }
    return image.text();
}

/// What it says where pictures are asked for without a chat: the fields of `image_config` stand in the body itself.
WrittenObject withoutChat(WrittenObject config)
{
    const WrittenObject image(config.value("image_config"));
    config.remove("image_config");
    config.remove("modalities");
    const QByteArrayList names = image.names();
    for (const QByteArray &name : names) {
        const QByteArray field = imagesName(name);
        if (!config.contains(field)) {
            config.set(field, image.value(name));
        }
    }
    return config;
}

void addSystemPrompt(WrittenObject &body, const QString &words)
{
    if (words.isEmpty()) {
        return;
    }
    if (!body.contains("messages")) { // for a picture
        if (const QString prompt = writtenValue(body.value("prompt")).toString(); !prompt.isEmpty()) {
            body.set("prompt", picturetool::quoted(words + u"\n\n"_s + prompt));
        }
        return;
    }
    QByteArrayList messages = writtenEntries(body.value("messages"));
    const bool hasOwn = std::any_of(messages.begin(), messages.end(), [](const QByteArray &message) {
        const QString role = writtenValue(WrittenObject(message).value("role")).toString();
        return role == "system"_L1 || role == "developer"_L1;
    });
    if (!hasOwn && !messages.isEmpty()) {
        messages.prepend(R"({"role":"system","content":)" + picturetool::quoted(words) + '}');
        body.set("messages", '[' + messages.join(',') + ']');
    }
}

} // namespace

Error presetNotThere(const QString &slug, const Presets &presets, const QString &param)
{
    const QList<Reason> faults = presets.faultsOf(slug);
    const bool isUnreadable = presets.all.isEmpty() && presets.leftOut.isEmpty() && !presets.faults.isEmpty();
    const Reason why = !faults.isEmpty() ? reasons::presetLeftOut(slug, faults)
        : isUnreadable                   ? reasons::presetsUnreadable(presets.faults)
        : presets.all.isEmpty()          ? reasons::presetsMissing(slug)
                                         : reasons::presetUnknown(slug, presets.slugs());
    Error error = notSent(ErrorKind::NotFound, why, param);
    error.code = u"PRESET_NOT_FOUND"_s;
    return error;
}

Result<FilledRequest> withPreset(const GatewayRequest &request, const Presets &presets)
{
    if (!mayNameOne(request.body) || !isTextBody(request.body)) {
        return FilledRequest {request};
    }
    WrittenObject body(request.body);
    const Result<Wish> wish = wishOf(body);
    if (!wish) {
        return wish.error();
    }
    if (wish->slug.isEmpty()) {
        return FilledRequest {request};
    }
    const QString param = isSaid(body, "preset") ? u"preset"_s : u"model"_s;
    if (body.contains("input") && !body.contains("messages")) {
        return notSent(ErrorKind::Unsupported, reasons::presetNotForThis(), param);
    }
    const Preset *preset = presets.find(wish->slug);
    if (!preset) {
        return presetNotThere(wish->slug, presets, param);
    }
    FilledRequest filled {request, preset->slug};
    body.remove("preset");
    if (wish->model.isEmpty()) {
        body.remove("model");
    } else {
        body.set("model", picturetool::quoted(wish->model));
    }
    const WrittenObject own = body;
    const WrittenObject said(preset->config);
    const WrittenObject config = own.contains("messages") ? said : withoutChat(said);
    const QByteArrayList names = config.names();
    for (const QByteArray &name : names) {
        if (name == "tools" && own.value(name).startsWith('[')) {
            body.set(name, joinedTools(own.value(name), config.value(name)));
        } else if (!isSaid(own, name) && !isSaidOtherwise(own, name) && !isSaidInConfig(own, name)) {
            body.set(name, name == "image_config" ? configBeside(own, config.value(name)) : config.value(name));
            filled.fields.append(QString::fromUtf8(name));
        }
    }
    if (!isSaid(body, "model") && !isSaid(body, "models")) {
        return notSent(ErrorKind::Invalid, reasons::presetWithoutModel(preset->slug), u"model"_s);
    }
    addSystemPrompt(body, preset->systemPrompt);
    filled.request.body = body.text();
    return filled;
}

} // namespace lightwell::openrouter
