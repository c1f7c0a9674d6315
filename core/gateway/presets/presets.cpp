// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/presets/presets.h"

#include "core/catalog/faultplace.h"
#include "core/catalog/faultwords.h"
#include "core/chat/writtenobject.h"
#include "core/model/boundedjson.h"
#include "core/model/fieldreader.h"
#include "core/model/similarnames.h"
#include "core/wording/gatewayreasons.h"
#include "core/wording/wording.h"

#include <QRegularExpression>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype enoughFaults = 10;
/// What stands there twice would be half ignored.
constexpr JsonLimits presetLimits {
    .bytes = Presets::largestFile, .longStrings = 0, .values = 20'000, .keys = 10'000, .depth = 32, .uniqueKeys = true};

/// What a preset cannot say: it would not be the client's own request any more.
const QStringList &clientsOwn()
{
    static const QStringList names {u"messages"_s, u"prompt"_s,      u"input"_s,        u"stream"_s,
                                    u"preset"_s,   u"webhook_url"_s, u"system_prompt"_s};
    return names;
}

/// The usual fields whose names are long enough to be misspelt.
const QStringList &usualFields()
{
    static const QStringList names {u"model"_s,
                                    u"models"_s,
                                    u"provider"_s,
                                    u"temperature"_s,
                                    u"max_tokens"_s,
                                    u"max_completion_tokens"_s,
                                    u"frequency_penalty"_s,
                                    u"presence_penalty"_s,
                                    u"repetition_penalty"_s,
                                    u"response_format"_s,
                                    u"reasoning"_s,
                                    u"reasoning_effort"_s,
                                    u"modalities"_s,
                                    u"image_config"_s,
                                    u"aspect_ratio"_s,
                                    u"resolution"_s,
                                    u"quality"_s,
                                    u"output_format"_s,
                                    u"output_compression"_s,
                                    u"negative_prompt"_s,
                                    u"background"_s,
                                    u"tools"_s,
                                    u"tool_choice"_s,
                                    u"parallel_tool_calls"_s,
                                    u"plugins"_s,
                                    u"verbosity"_s,
                                    u"top_logprobs"_s};
    return names;
}

/// The usual field that is meant by a name that is none; empty: it may well be a vendor's own.
QString misspeltField(const QString &name)
{
    constexpr int slips = 2;
    constexpr qsizetype shortest = 5;
    if (name.size() < shortest || usualFields().contains(name)) {
        return {};
    }
    const QString near = similarNames(name, usualFields(), 1).value(0);
    return editDistance(name, near) <= slips ? near : QString();
}

bool isSlug(const QString &text)
{
    static const QRegularExpression form(u"\\A[A-Za-z0-9][A-Za-z0-9._-]*\\z"_s);
    return text.size() <= Preset::longestSlug && form.match(text).hasMatch();
}

struct Fault
{
    JsonPath path;
    QString what; ///< a sentence
};

/// As it was written, without a person's remarks.
QByteArray configOf(const QByteArray &written)
{
    WrittenObject config(written);
    const QByteArrayList names = config.names();
    for (const QByteArray &name : names) {
        if (isRemark(QString::fromUtf8(name))) {
            config.remove(name);
        }
    }
    return config.text();
}

/// Reads the entries of the list, each with its faults.
class Reader
{
public:
    explicit Reader(const QByteArray &text)
        : m_text(text)
        , m_written(writtenEntries(WrittenObject(text).value("presets")))
    {
    }

    Presets read(const QJsonObject &document)
    {
        FieldReader fields(document, &m_fieldFaults);
        const QJsonArray entries = fields.list("presets"_L1);
        fields.refuseUnknown();
        takeFieldFaults();
        Presets presets;
        for (qsizetype index = 0; index < entries.size(); ++index) {
            const qsizetype before = m_faults.size();
            FieldReader entry = fields.entry("presets"_L1, index);
            const Preset preset = entries.at(index).isObject() ? readPreset(entry, m_written.value(index)) : Preset();
            if (presets.find(preset.slug)) {
                add(entry.path().field(u"slug"_s), reasons::presetSlugTaken(preset.slug));
            }
            takeFieldFaults();
            if (m_faults.size() == before) {
                presets.all.append(preset);
            }
            for (const Fault &fault : m_faults.mid(before)) {
                presets.leftOut[preset.slug.toLower()].append(told(fault));
            }
        }
        for (const Fault &fault : m_faults.first(std::min(enoughFaults, m_faults.size()))) {
            presets.faults.append(told(fault));
        }
        return presets;
    }

private:
    [[nodiscard]] Reason told(const Fault &fault) const
    {
        return Reason::text(atLine(nearestJsonPlace(m_text, fault.path).line, fault.what));
    }
    void add(const JsonPath &path, const Reason &what) { m_faults.append({path, wording::sentence(what)}); }
    void takeFieldFaults()
    {
        for (const FieldFault &fault : std::as_const(m_fieldFaults)) {
            m_faults.append({fault.path, faultWords(fault, fault.path)});
        }
        m_fieldFaults.clear();
    }

    Preset readPreset(FieldReader &fields, const QByteArray &written)
    {
        Preset preset;
        preset.slug = fields.text("slug"_L1);
        if (preset.slug.isEmpty()) {
            fields.missing("slug"_L1, FieldFault::Expected::Text);
        } else if (!isSlug(preset.slug)) {
            add(fields.path().field(u"slug"_s), reasons::presetSlugUnusable(preset.slug));
        }
        preset.name = fields.text("name"_L1, preset.slug);
        preset.description = fields.text("description"_L1);
        preset.systemPrompt = fields.text("system_prompt"_L1);
        preset.config = configOf(WrittenObject(written).value("config"));
        FieldReader config = fields.inner("config"_L1);
        checkConfig(config, WrittenObject(preset.config).names());
        fields.refuseUnknown();
        return preset;
    }

    void checkConfig(FieldReader &fields, const QByteArrayList &names)
    {
        (void)fields.text("model"_L1);
        (void)fields.texts("models"_L1);
        (void)fields.object("provider"_L1);
        for (const QByteArray &written : names) {
            const QString name = QString::fromUtf8(written);
            FieldFault fault;
            fault.path = fields.path().field(name);
            if (clientsOwn().contains(name)) {
                fault.kind = FieldFault::Kind::Misplaced;
                m_fieldFaults.append(fault);
            } else if (const QString meant = misspeltField(name); !meant.isEmpty()) {
                fault.known = {meant};
                m_fieldFaults.append(fault);
            }
        }
    }

    QByteArray m_text;
    QByteArrayList m_written; ///< the entries
    QList<FieldFault> m_fieldFaults;
    QList<Fault> m_faults;
};

} // namespace

const Preset *Presets::find(const QString &slug) const
{
    const auto found = std::find_if(all.begin(), all.end(), [&slug](const Preset &preset) {
        return preset.slug.compare(slug, Qt::CaseInsensitive) == 0;
    });
    return found == all.end() ? nullptr : &*found;
}

QList<Reason> Presets::faultsOf(const QString &slug) const
{
    return leftOut.value(slug.toLower());
}

QStringList Presets::slugs() const
{
    QStringList names;
    for (const Preset &preset : all) {
        names.append(preset.slug);
    }
    return names;
}

Presets withoutWords(Presets presets)
{
    for (Preset &preset : presets.all) {
        const WrittenObject config(preset.config);
        WrittenObject models("{}");
        for (const QByteArray &name : {"model"_ba, "models"_ba}) {
            if (config.contains(name)) {
                models.set(name, config.value(name));
            }
        }
        preset.config = models.text();
        preset.systemPrompt.clear();
        preset.isWithheld = true;
    }
    return presets;
}

Presets readPresets(const QByteArray &text)
{
    const Result<QJsonObject> document = readJsonObject(text, presetLimits);
    if (!document) {
        Presets presets;
        presets.faults.append(document.error().why());
        return presets;
    }
    return Reader(text).read(*document);
}

} // namespace lightwell
