// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/metadata/readers/settingsjson.h"

#include "core/model/boundedjson.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace lightwell::metadata {

namespace {

/// Graphs of ComfyUI have thousands of values.
constexpr JsonLimits limits {
    .bytes = 4LL * 1024 * 1024, .longStrings = 100, .values = 200'000, .keys = 100'000, .depth = 64};

bool beginsNumber(char c)
{
    return c == '-' || (c >= '0' && c <= '9');
}

bool belongsToNumber(char c)
{
    return beginsNumber(c) || c == '+' || c == '.' || c == 'e' || c == 'E';
}

/// Behind a string that begins at `at`.
qsizetype behindString(const QByteArray &text, qsizetype at)
{
    for (++at; at < text.size() && text.at(at) != '"'; ++at) {
        at += text.at(at) == '\\' ? 1 : 0;
    }
    return qMin(at + 1, text.size());
}

/// Whole numbers of more digits than a double keeps become strings, and what is no JSON number becomes null.
QByteArray asPlainJson(const QByteArray &text)
{
    constexpr qsizetype safeDigits = 15;
    static constexpr std::array<QByteArrayView, 3> odd {"-Infinity", "Infinity", "NaN"};
    QByteArray result;
    result.reserve(text.size() + 64);
    qsizetype at = 0;
    while (at < text.size()) {
        const QByteArrayView rest = QByteArrayView(text).sliced(at);
        const auto word = std::find_if(odd.begin(), odd.end(), [rest](QByteArrayView w) { return rest.startsWith(w); });
        if (text.at(at) == '"') {
            const qsizetype end = behindString(text, at);
            result.append(text.constData() + at, end - at);
            at = end;
        } else if (word != odd.end()) {
            result.append("null");
            at += word->size();
        } else if (beginsNumber(text.at(at))) {
            qsizetype end = at;
            while (end < text.size() && belongsToNumber(text.at(end))) {
                ++end;
            }
            const QByteArray number = text.mid(at, end - at);
            const bool isWhole = !number.contains('.') && !number.contains('e') && !number.contains('E');
            const bool isLong = isWhole && number.size() > safeDigits;
            result.append(isLong ? '"' + number + '"' : number);
            at = end;
        } else {
            result.append(text.at(at++));
        }
    }
    return result;
}

} // namespace

std::optional<QJsonObject> settingsObject(const QString &text)
{
    if (!text.trimmed().startsWith(u'{') || text.size() > limits.bytes) {
        return std::nullopt;
    }
    const Result<QJsonObject> object = readJsonObject(asPlainJson(text.trimmed().toUtf8()), limits);
    return object ? std::optional(*object) : std::nullopt;
}

QString wordOf(const QJsonValue &value)
{
    if (value.isDouble()) {
        const double number = value.toDouble();
        return number == std::floor(number) && std::abs(number) < 1e15 ? QString::number(qint64(number))
                                                                       : QString::number(number, 'g', 12);
    }
    if (value.isBool()) {
        return value.toBool() ? u"true"_s : u"false"_s;
    }
    return value.toString();
}

QJsonObject objectOf(const QJsonValue &value)
{
    return value.isString() ? settingsObject(value.toString()).value_or(QJsonObject()) : value.toObject();
}

QStringList listOf(const QJsonValue &value)
{
    QStringList list;
    if (!value.isString()) {
        const QJsonArray entries = value.isDouble() ? QJsonArray {value} : value.toArray();
        for (const QJsonValue entry : entries) {
            list.append(wordOf(entry));
        }
        return list;
    }
    const QString text = value.toString().trimmed();
    const bool isPython = text.startsWith(u'[') && text.endsWith(u']');
    const QStringList parts = (isPython ? text.mid(1, text.size() - 2) : text).split(u',', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const QString word = part.trimmed();
        const bool isQuoted = isPython && word.size() > 1 && (word.startsWith(u'\'') || word.startsWith(u'"'))
            && word.endsWith(word.at(0));
        list.append(isQuoted ? word.mid(1, word.size() - 2) : word);
    }
    return list;
}

QJsonValue firstOf(const QJsonObject &object, std::initializer_list<QLatin1StringView> keys)
{
    for (const QLatin1StringView key : keys) {
        if (QJsonValue value = object.value(key); !value.isUndefined() && !value.isNull()) {
            return value;
        }
    }
    return QJsonValue::Undefined;
}

QSize sizeOf(const QString &text)
{
    static const QRegularExpression form(u"^\\s*\\(?\\s*(\\d{1,6})\\s*[x×,]\\s*(\\d{1,6})\\s*\\)?\\s*$"_s);
    const QRegularExpressionMatch match = form.match(text);
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    return match.hasMatch() && !size.isEmpty() ? size : QSize();
}

QSize sizeOf(const QJsonValue &width, const QJsonValue &height)
{
    return sizeOf(wordOf(width) + u'x' + wordOf(height));
}

QString seedOf(const QString &text)
{
    static const QRegularExpression digits(u"^\\d{1,20}$"_s);
    const QString seed = text.trimmed();
    return digits.match(seed).hasMatch() ? seed : QString();
}

QString lastPart(const QString &path)
{
    static const QRegularExpression absolute(u"^(/|~|[A-Za-z]:[\\\\/]|\\\\\\\\)"_s);
    if (absolute.match(path).hasMatch() || path.contains(u'\\')) {
        return path.section(QRegularExpression(u"[\\\\/]"_s), -1);
    }
    return path;
}

void addLora(ClaimedRecipe &recipe, const QString &name, const QJsonValue &weight)
{
    bool isNumber = false;
    const double number = wordOf(weight).toDouble(&isNumber);
    const bool isKnown = isNumber && std::abs(number) <= tuninglimits::loraWeight;
    if (!name.isEmpty() && recipe.tuning.loras.size() < tuninglimits::loras) {
        recipe.tuning.loras.append({lastPart(name), isKnown ? number : 1});
    }
}

QJsonValue SettingsTaker::take(std::initializer_list<QLatin1StringView> keys)
{
    QJsonValue value = firstOf(m_rest, keys);
    for (const QLatin1StringView key : keys) {
        m_rest.remove(key);
    }
    return value;
}

void SettingsTaker::takeLoras(std::initializer_list<QLatin1StringView> names,
                              std::initializer_list<QLatin1StringView> weights)
{
    const QStringList loras = listOf(take(names));
    const QStringList strengths = listOf(take(weights));
    for (qsizetype i = 0; i < loras.size(); ++i) {
        if (loras.at(i) != "None"_L1) { // Python's nothing
            takeLora(loras.at(i), strengths.value(i));
        }
    }
}

void SettingsTaker::takeTuning(QLatin1StringView name, std::initializer_list<QLatin1StringView> keys)
{
    (void)m_recipe.tuning.read(name, take(keys));
}

void SettingsTaker::keepRest()
{
    constexpr qsizetype longest = 500;
    constexpr qsizetype most = 100;
    for (auto it = m_rest.constBegin(); it != m_rest.constEnd() && m_recipe.settings.size() < most; ++it) {
        const QString word = wordOf(it.value());
        if (!word.isEmpty() && word.size() <= longest) {
            m_recipe.settings.append({it.key(), lastPart(word)});
        }
    }
}

} // namespace lightwell::metadata
