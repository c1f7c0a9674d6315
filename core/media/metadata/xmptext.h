// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace lightwell::metadata {

/// An XMP packet of what a recipe and labels say; empty texts are left out.
struct XmpText
{
    QString description; ///< dc:description, in no language in particular
    QString creatorTool; ///< xmp:CreatorTool
    QString createDate; ///< xmp:CreateDate, in ISO 8601
    QString digitalSourceType; ///< Iptc4xmpExt:DigitalSourceType: the last part of IPTC's address of it
    QString aiSystem; ///< Iptc4xmpExt:AISystemUsed, and so on (IPTC Photo Metadata 2025.1)
    QString aiSystemVersion;
    QString aiPrompt; ///< AIPromptInformation
    QString aigc; ///< TC260:AIGC, China's label, in JSON
    QByteArray recipe; ///< lightwell:Recipe; plain ASCII
    QByteArray packedRecipe; ///< lightwell:PackedRecipe; plain ASCII

    [[nodiscard]] QByteArray packet() const; ///< UTF-8
};

} // namespace lightwell::metadata
