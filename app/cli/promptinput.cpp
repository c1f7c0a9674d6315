// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/promptinput.h"

#include "app/cli/terminal.h"
#include "core/model/requestlimits.h"

#include <QCoreApplication>

namespace lightwell {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(lightwell::CommandLine)
};

constexpr qsizetype bytesACharacter = 4; // UTF-8

} // namespace

std::optional<Status> readPromptInput(Request &request, Terminal &terminal)
{
    if (request.prompt != QLatin1StringView("-")) {
        return Success();
    }
    const std::optional<Result<QString>> text = terminal.readAll(requestlimits::prompt * bytesACharacter);
    if (!text) {
        return std::nullopt;
    }
    if (!*text) {
        return text->error();
    }
    request.prompt = (*text)->trimmed();
    if (request.prompt.isEmpty()) {
        return notSent(ErrorKind::Invalid, Text::tr("Standard input holds no prompt."));
    }
    return Success();
}

} // namespace lightwell
