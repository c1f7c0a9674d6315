// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/gateway/chatrig.h"

namespace lightwell::test {

/// Chats at OpenRouter's address whose text model has "drawn" make pictures.
class ServerToolRig : public ChatRig
{
public:
    [[nodiscard]] RawAnswer chat(const QJsonObject &body, const QByteArray &headers = {},
                                 const QByteArray &query = {}) const;
    /// The events of a stream; the last may be no object.
    [[nodiscard]] QByteArrayList events(const QJsonObject &body, const QByteArray &headers = {}) const;

private:
    [[nodiscard]] QByteArray request(const QJsonObject &body, const QByteArray &headers, const QByteArray &query) const;
};

/// Such chats, and what is told in their answers.
namespace servertool {

inline constexpr QLatin1StringView type("openrouter:image_generation");

[[nodiscard]] QJsonObject with(QJsonObject object, const QJsonObject &fields);
[[nodiscard]] QJsonObject tool(const QJsonObject &parameters = {}); ///< that makes "drawn"
[[nodiscard]] QJsonObject function(const QString &name); ///< another tool
[[nodiscard]] QJsonObject said(const QString &words); ///< a message of the user's
[[nodiscard]] QJsonObject wish(const QString &words, const QJsonObject &fields = {},
                               const QJsonObject &parameters = {});
[[nodiscard]] QJsonObject forced(); ///< the tool, as a field
/// An answer of the vendor's that says "Wait." and calls functions, by their names.
[[nodiscard]] Reply calling(const QStringList &names);

[[nodiscard]] QJsonObject choiceOf(const RawAnswer &answer);
[[nodiscard]] QJsonObject messageOf(const RawAnswer &answer);
[[nodiscard]] QByteArray bytesOf(const QJsonValue &image); ///< a PNG of a message
[[nodiscard]] QJsonObject toldOf(const RawAnswer &answer); ///< how its first picture went
[[nodiscard]] QJsonObject toolUse(const QJsonValue &answer); ///< of its usage

} // namespace servertool

} // namespace lightwell::test
