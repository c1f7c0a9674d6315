// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QUrl>

/// What programs need to be told to use the gateway, each as one text to be copied. The texts lie in resources/connect,
/// a file each, as the programs' own documentation has them; their names stand in one table.
namespace lightwell::connectprograms {

enum class Kind { Code, Program, Assistant };

struct Program
{
    Kind kind = Kind::Code;
    QString file; ///< in resources/connect, without its ending: "open-webui"; also its id
    QString name; ///< its own: "Open WebUI"
    QString place; ///< where the text goes, and what else is to be known; a sentence or more, translated
};

/// Where the gateway is, and by what to call what is not in an address.
struct Access
{
    QUrl url; ///< "http://127.0.0.1:4747/v1"
    QString commandLine; ///< the program that speaks MCP over a pipe: its path, or a name that is found
};

[[nodiscard]] QList<Program> all(); ///< by kind
/// The key stands in it as a variable or as keyPlaceholder(), never itself.
[[nodiscard]] QString settings(const Program &program, const Access &access);
[[nodiscard]] QString keyPlaceholder();
/// lightwell-cli beside this program, where it is.
[[nodiscard]] QString commandLine();

} // namespace lightwell::connectprograms
