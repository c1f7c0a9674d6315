// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace lightwell {

/// IPTC's words for how a picture came to be (newscodes "digitalsourcetype").
namespace sourcetype {

inline constexpr const char *generated = "trainedAlgorithmicMedia";
inline constexpr const char *edited = "compositeWithTrainedAlgorithmicMedia"; ///< a part is made by a model

} // namespace sourcetype

/// What a file says, in the standard words, of the part that AI has in it. Anybody can write it: it is claimed, not
/// checked, and its absence says nothing.
struct AiLabels
{
    QString digitalSourceType = {}; ///< the last part of IPTC's address, such as "trainedAlgorithmicMedia"
    QString system = {}; ///< IPTC 2025.1: the model
    QString systemVersion = {};
    QString prompt = {};
    QString promptWriter = {};
    QString aigc =
        {}; ///< China's label (GB 45438-2025), the JSON as it stands: taking it away or making one up is banned

    [[nodiscard]] bool isEmpty() const { return *this == AiLabels(); }
    friend bool operator==(const AiLabels &, const AiLabels &) = default;
};

/// Decodes no pixel.
[[nodiscard]] AiLabels readLabels(const QByteArray &bytes);
/// The file with the source type and China's label of `labels`, when the picture was made (invalid: not said), and
/// nothing else in its XMP. Formats that hold none, and broken files, come back as they are.
[[nodiscard]] QByteArray withLabels(const QByteArray &bytes, const AiLabels &labels, const QDateTime &createdAt = {});

} // namespace lightwell
