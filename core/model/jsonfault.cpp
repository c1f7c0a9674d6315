// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/jsonfault.h"

#include <QCoreApplication>

#include <algorithm>

namespace lightwell::jsonfault {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(lightwell::Json)
};

Error fault(const QString &code, const QString &message)
{
    Error error = notSent(ErrorKind::Invalid, message);
    error.code = code;
    return error;
}

/// Words of the text are repeated only where nobody can be fooled by them.
bool isPlain(const QByteArray &key)
{
    constexpr qsizetype longest = 64;
    return !key.isEmpty() && key.size() <= longest && std::all_of(key.begin(), key.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-'
            || c == '.';
    });
}

} // namespace

Error tooLong(const JsonLimits &limits)
{
    return fault(
        u"json_bytes"_s,
        Text::tr("The JSON text is too long: beside pictures as base64 it may have %1 KiB.").arg(limits.bytes / 1024));
}

Error tooManyLongStrings(const JsonLimits &limits)
{
    return fault(u"json_long_strings"_s,
                 Text::tr("The JSON text has more than %1 long base64 texts.").arg(limits.longStrings));
}

Error tooManyValues(const JsonLimits &limits)
{
    return fault(u"json_values"_s, Text::tr("The JSON text has more than %1 values.").arg(limits.values));
}

Error tooManyKeys(const JsonLimits &limits)
{
    return fault(u"json_keys"_s, Text::tr("The JSON text has more than %1 fields.").arg(limits.keys));
}

Error longKey(const JsonLimits &limits)
{
    return fault(u"json_key_length"_s,
                 Text::tr("The JSON text has a field whose name is longer than %1 bytes.").arg(limits.keyLength));
}

Error longNumber(const JsonLimits &limits)
{
    return fault(u"json_number_length"_s,
                 Text::tr("The JSON text has a number of more than %1 digits.").arg(limits.numberLength));
}

Error tooDeep(const JsonLimits &limits)
{
    return fault(u"json_depth"_s,
                 Text::tr("The JSON text has objects and lists more than %1 levels deep.").arg(limits.depth));
}

Error duplicate(const QByteArray &key)
{
    const bool plain = isPlain(key);
    Error error = fault(u"json_duplicate"_s,
                        plain ? Text::tr("The JSON text has the field %1 twice in one object; it is unclear which "
                                         "of them counts.")
                                    .arg(QString::fromLatin1(key))
                              : Text::tr("The JSON text has a field twice in one object; it is unclear which of them "
                                         "counts."));
    error.param = plain ? QString::fromLatin1(key) : QString();
    return error;
}

Error syntax(const QByteArray &text, qsizetype offset, const QString &what)
{
    const qsizetype line = QByteArrayView(text).first(std::clamp<qsizetype>(offset, 0, text.size())).count('\n') + 1;
    Error error = fault(u"json_syntax"_s, Text::tr("line %1, byte %2: %3").arg(line).arg(offset).arg(what));
    return error;
}

} // namespace lightwell::jsonfault
