// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/svg/svgstyle.h"

#include "core/media/svg/svgvocabulary.h"

#include <QRegularExpression>
#include <QStringList>

namespace lightwell::svg {

using namespace Qt::StringLiterals;

namespace {

/// Without comments. One that never ends takes the rest with it, as in every reader of CSS.
QString withoutComments(const QString &text)
{
    QString result;
    qsizetype at = 0;
    for (;;) {
        const qsizetype begin = text.indexOf(u"/*"_s, at);
        if (begin < 0) {
            return result + QStringView(text).sliced(at);
        }
        result += QStringView(text).sliced(at, begin - at);
        const qsizetype end = text.indexOf(u"*/"_s, begin + 2);
        if (end < 0) {
            return result;
        }
        result += u' '; // a comment parts words: `ur/**/l` is no `url`
        at = end + 2;
    }
}

std::optional<QString> safeDeclaration(const QString &text, double smallestDash)
{
    const qsizetype colon = text.indexOf(u':');
    const QString name = text.left(qMax<qsizetype>(0, colon)).trimmed().toLower();
    const std::optional<ValueKind> kind = propertyKind(name);
    if (!kind) {
        return std::nullopt;
    }
    static const QRegularExpression important(u"\\s*!\\s*important\\s*\\z"_s,
                                              QRegularExpression::CaseInsensitiveOption);
    const QString asked = text.mid(colon + 1).remove(important);
    const std::optional<SafeValue> value = safeValue(*kind, asked);
    if (!value || (*kind == ValueKind::Dashes && dashSum(value->text).value_or(smallestDash) < smallestDash)) {
        return std::nullopt;
    }
    return QString(name + u':' + value->text);
}

bool isSelector(const QString &text)
{
    static const QRegularExpression form(u"\\A[A-Za-z0-9_.#*, >-]{1,1024}\\z"_s);
    return form.match(text).hasMatch();
}

} // namespace

SafeStyle safeDeclarations(const QString &text, double smallestDash)
{
    SafeStyle style;
    QStringList kept;
    const QStringList parts = withoutComments(text).split(u';', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        if (part.trimmed().isEmpty()) {
            continue;
        }
        if (const std::optional<QString> safe = safeDeclaration(part, smallestDash)) {
            kept.append(*safe);
        } else {
            ++style.dropped;
        }
    }
    style.text = kept.join(u';');
    return style;
}

SafeStyle safeSheet(const QString &text, double smallestDash)
{
    SafeStyle style;
    const QString sheet = withoutComments(text);
    qsizetype at = 0;
    while (at < sheet.size()) {
        const qsizetype open = sheet.indexOf(u'{', at);
        const qsizetype close = open < 0 ? -1 : sheet.indexOf(u'}', open);
        if (close < 0) {
            style.dropped += QStringView(sheet).sliced(at).trimmed().isEmpty() ? 0 : 1;
            break;
        }
        const QString selector = sheet.mid(at, open - at).simplified();
        const QString body = sheet.mid(open + 1, close - open - 1);
        at = close + 1;
        // An at-rule, or one within another, has marks that no plain rule has.
        if (!isSelector(selector) || body.contains(u'{')) {
            ++style.dropped;
            continue;
        }
        const SafeStyle declarations = safeDeclarations(body, smallestDash);
        style.dropped += declarations.dropped;
        if (!declarations.text.isEmpty()) {
            style.text += selector + u'{' + declarations.text + u'}';
            ++style.rules;
        }
    }
    return style;
}

} // namespace lightwell::svg
