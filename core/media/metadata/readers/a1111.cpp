// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Prompt lines, lines of the negative prompt, one line of settings:
//   a cat, <lora:ink:0.8>
//   Negative prompt: blur
//   Steps: 20, Sampler: Euler a, CFG scale: 7, Seed: 5, Size: 512x768, Model: foo, Version: v1.10.1
#include "core/media/metadata/readers/readers.h"
#include "core/media/metadata/readers/settingsjson.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lightwell::metadata::readers {

namespace {

constexpr QLatin1StringView negativeMark("Negative prompt:");
/// With fewer of them the last line is a part of the prompt.
constexpr qsizetype fewestSettings = 3;

using Settings = QList<std::pair<QString, QString>>;

Settings settingsIn(const QString &line)
{
    static const QRegularExpression setting(u"\\s*(\\w[\\w \\-/]+):\\s*(\"(?:\\\\.|[^\\\\\"])+\"|[^,]*)(?:,|$)"_s,
                                            QRegularExpression::UseUnicodePropertiesOption);
    constexpr qsizetype longestLine = 100'000;
    constexpr qsizetype most = 500;
    Settings settings;
    auto matches = setting.globalMatch(line.left(longestLine));
    while (matches.hasNext() && settings.size() < most) {
        const QRegularExpressionMatch match = matches.next();
        settings.append({match.captured(1).trimmed(), match.captured(2).trimmed()});
    }
    return settings;
}

QString unquoted(const QString &value)
{
    if (value.size() < 2 || !value.startsWith(u'"') || !value.endsWith(u'"')) {
        return value;
    }
    const std::optional<QJsonObject> object = settingsObject(u"{\"v\":%1}"_s.arg(value));
    return object ? object->value("v"_L1).toString() : value;
}

/// Behind the bracket that closes the one at `at`; strings may hold any.
qsizetype behindBracket(const QString &line, qsizetype at)
{
    int depth = 0;
    bool isText = false;
    for (; at < line.size(); ++at) {
        const QChar c = line.at(at);
        if (isText) {
            at += c == u'\\' ? 1 : 0;
            isText = c != u'"';
        } else if (c == u'"') {
            isText = true;
        } else if (c == u'{' || c == u'[') {
            ++depth;
        } else if ((c == u'}' || c == u']') && --depth == 0) {
            return at + 1;
        }
    }
    return line.size();
}

/// Civitai and others put JSON among the settings, with commas that separate none.
QString withoutJson(QString line)
{
    static const QRegularExpression head(u"(^|,\\s*)(Hashes|Civitai resources|Civitai metadata):\\s*(?=[{\\[])"_s);
    constexpr int most = 10; // each looks through the line again
    for (int i = 0; i < most; ++i) {
        const QRegularExpressionMatch match = head.match(line);
        if (!match.hasMatch()) {
            break;
        }
        line.remove(match.capturedStart(), behindBracket(line, match.capturedEnd()) - match.capturedStart());
    }
    return line;
}

/// The line of settings, and what stands before it.
struct Parts
{
    QStringList lines;
    Settings settings;
};

Parts partsOf(const QString &text)
{
    Parts parts {text.trimmed().split(u'\n'), {}};
    // Dynamic Prompts adds its templates behind everything.
    const auto isTemplate = [](const QString &line) {
        return line.startsWith("Template:"_L1) || line.startsWith("Negative Template:"_L1);
    };
    const auto first = std::find_if(parts.lines.begin(), parts.lines.end(), isTemplate);
    if (first != parts.lines.begin() && settingsIn(withoutJson(*std::prev(first))).size() >= fewestSettings) {
        parts.lines.erase(first, parts.lines.end());
    }
    const Settings settings = settingsIn(withoutJson(parts.lines.constLast()));
    if (settings.size() >= fewestSettings) {
        parts.settings = settings;
        parts.lines.removeLast();
    }
    return parts;
}

void readPrompts(ClaimedRecipe &recipe, const QStringList &lines)
{
    QStringList prompt;
    QStringList negative;
    bool isNegative = false;
    for (const QString &whole : lines) {
        QString line = whole.trimmed();
        if (!isNegative && line.startsWith(negativeMark)) {
            isNegative = true;
            line = line.sliced(negativeMark.size()).trimmed();
        }
        (isNegative ? negative : prompt).append(line);
    }
    recipe.prompt = prompt.join(u'\n').trimmed();
    recipe.negativePrompt = negative.join(u'\n').trimmed();
}

void readLoras(ClaimedRecipe &recipe)
{
    static const QRegularExpression lora(u"<lora:([^:>]{1,200})(?::([0-9.+-]{1,20}))?[^>]{0,200}>"_s);
    auto matches = lora.globalMatch(recipe.prompt);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        addLora(recipe, match.captured(1), match.captured(2));
    }
}

/// "ink: 0.8, other: 1": Fooocus names none in the prompt.
void readLoraWeights(ClaimedRecipe &recipe, const QString &list)
{
    const QStringList entries = recipe.tuning.loras.isEmpty() ? list.split(u", "_s) : QStringList();
    for (const QString &entry : entries) {
        addLora(recipe, entry.section(u": "_s, 0, -2), entry.section(u": "_s, -1));
    }
}

/// "v1.10.1" is AUTOMATIC1111's own, "f2.0.1v1.10.1-…" Forge's; others name themselves.
void readProgram(ClaimedRecipe &recipe, const QString &app, const QString &version)
{
    static const QRegularExpression own(u"^v\\d"_s);
    static const QRegularExpression forge(u"^(f\\d|neo)"_s);
    static const QRegularExpression named(u"^([A-Za-z][\\w.+ -]*?) v?(\\d\\S*)$"_s);
    constexpr qsizetype longest = 100;
    const QRegularExpressionMatch name = named.match(version.left(longest));
    recipe.version = name.hasMatch() ? name.captured(2) : version;
    if (!app.isEmpty()) {
        recipe.program = app;
    } else if (own.match(version).hasMatch()) {
        recipe.program = u"AUTOMATIC1111"_s;
    } else if (forge.match(version).hasMatch()) {
        recipe.program = u"Forge"_s;
    } else if (name.hasMatch()) {
        recipe.program = name.captured(1);
    }
}

void readSettings(ClaimedRecipe &recipe, const Settings &settings)
{
    QString app;
    QString version;
    for (const auto &[key, quotedValue] : settings) {
        const QString value = unquoted(quotedValue);
        if (key == "Steps"_L1) {
            (void)recipe.tuning.read(u"steps"_s, value);
        } else if (key == "CFG scale"_L1) {
            (void)recipe.tuning.read(u"guidance"_s, value);
        } else if (key == "Denoising strength"_L1) {
            (void)recipe.tuning.read(u"strength"_s, value);
        } else if (key == "Seed"_L1) {
            recipe.seed = seedOf(value);
        } else if (key == "Size"_L1) {
            recipe.size = sizeOf(value);
        } else if (key == "Model"_L1) {
            recipe.model = lastPart(value);
        } else if (key == "Sampler"_L1) {
            recipe.sampler = value;
        } else if (key == "Lora weights"_L1) {
            readLoraWeights(recipe, value);
        } else if (key == "App"_L1) {
            app = value;
        } else if (key == "Version"_L1) {
            version = value;
        } else {
            recipe.settings.append({key, value});
            if (key == "Model hash"_L1 && value == "unknown"_L1) {
                recipe.program = u"krita-ai-diffusion"_s;
            }
        }
    }
    readProgram(recipe, app, version);
}

} // namespace

Found a1111(const QString &text, bool isCertain)
{
    if (text.trimmed().isEmpty()) {
        return std::nullopt;
    }
    const Parts parts = partsOf(text);
    const bool hasNegative = std::any_of(parts.lines.begin(), parts.lines.end(),
                                         [](const QString &line) { return line.startsWith(negativeMark); });
    const bool isKnown =
        parts.settings.size() >= fewestSettings
        && std::any_of(parts.settings.begin(), parts.settings.end(), [](const auto &setting) {
               return setting.first == "Steps"_L1 || setting.first == "Seed"_L1 || setting.first == "Model"_L1;
           });
    if (!isCertain && !hasNegative && !isKnown) {
        return std::nullopt;
    }
    ClaimedRecipe recipe;
    readPrompts(recipe, parts.lines);
    readLoras(recipe);
    readSettings(recipe, parts.settings);
    recipe.raw = text;
    return recipe;
}

} // namespace lightwell::metadata::readers
