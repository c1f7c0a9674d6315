// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace lightwell::test {

/// A source file of the project, for the tests that keep the house as it is drawn.
struct SourceFile
{
    QString path; ///< relative to the top: "core/model/money.h"
    QString text;

    [[nodiscard]] QStringList includes() const; ///< what stands in quotes or angle brackets
    [[nodiscard]] QString code() const; ///< without comments and literals
};

/// The .h and .cpp files under a folder of the top level ("core", "ui", …).
[[nodiscard]] QList<SourceFile> sourcesUnder(const QString &folder);
/// Every file of the project that people write: also scripts, CMake files and texts.
[[nodiscard]] QStringList writtenFiles();
[[nodiscard]] QStringList foldersUnder(const QString &folder);
[[nodiscard]] QString readSource(const QString &path);

} // namespace lightwell::test
