// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/operation.h"

#include "core/model/json.h"

namespace lightwell {

namespace {

constexpr json::Names operations({
    std::pair {Operation::Create, "create"},
    {Operation::Vary, "vary"},
    {Operation::Upscale, "upscale"},
    {Operation::RemoveBackground, "remove-background"},
    {Operation::Vectorize, "vectorize"},
});

constexpr json::Names modes({
    std::pair {Operation::Create, ""},
    {Operation::Vary, "image-variation"},
    {Operation::Upscale, "upscale"},
    {Operation::RemoveBackground, "remove-background"},
    {Operation::Vectorize, "vectorize"},
});

} // namespace

QString operationName(Operation operation)
{
    return operations.name(operation);
}

std::optional<Operation> operationFromName(const QString &name)
{
    return operations.value(name);
}

QString modeFor(Operation operation)
{
    return modes.name(operation);
}

} // namespace lightwell
