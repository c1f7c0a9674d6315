// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/dataurl.h"

#include "core/model/base64.h"

#include <algorithm>

namespace lightwell {

namespace {

constexpr QByteArrayView scheme("data:");
constexpr qsizetype longestHead = 256; // up to the comma

bool isBlank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

QByteArrayView withoutBlanksAround(QByteArrayView text)
{
    while (!text.isEmpty() && isBlank(text.front())) {
        text = text.sliced(1);
    }
    while (!text.isEmpty() && isBlank(text.back())) {
        text.chop(1);
    }
    return text;
}

} // namespace

bool isDataUrl(QByteArrayView text)
{
    text = withoutBlanksAround(text.first(std::min(text.size(), longestHead)));
    return text.size() >= scheme.size() && text.first(scheme.size()).compare(scheme, Qt::CaseInsensitive) == 0;
}

std::optional<DataUrlHead> dataUrlHead(QByteArrayView url)
{
    if (!isDataUrl(url)) {
        return std::nullopt;
    }
    const qsizetype comma = url.first(std::min(url.size(), longestHead)).indexOf(',');
    if (comma < 0) {
        return std::nullopt;
    }
    const QList<QByteArray> parameters = url.first(comma).toByteArray().toLower().split(';');
    const bool isBase64 = std::any_of(parameters.begin(), parameters.end(),
                                      [](const QByteArray &parameter) { return parameter.trimmed() == "base64"; });
    return DataUrlHead {comma + 1, isBase64};
}

std::optional<QByteArray> dataUrlContent(QByteArrayView url)
{
    url = withoutBlanksAround(url);
    const std::optional<DataUrlHead> head = dataUrlHead(url);
    if (!head) {
        return std::nullopt;
    }
    const QByteArrayView content = url.sliced(head->length);
    return head->isBase64 ? decodeLooseBase64(content) : QByteArray::fromPercentEncoding(content.toByteArray());
}

std::optional<QByteArray> decodeLooseBase64(QByteArrayView text)
{
    if (std::optional<QByteArray> plain = decodeBase64(text)) {
        return plain;
    }
    QByteArray tidy = text.contains('%') ? QByteArray::fromPercentEncoding(text.toByteArray()) : text.toByteArray();
    const auto end = std::remove_if(tidy.begin(), tidy.end(), isBlank);
    tidy.truncate(end - tidy.begin());
    std::replace(tidy.begin(), tidy.end(), '-', '+');
    std::replace(tidy.begin(), tidy.end(), '_', '/');
    return decodeBase64(tidy);
}

} // namespace lightwell
