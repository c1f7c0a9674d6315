// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/call.h"
#include "core/mcp/jobs.h"
#include "core/mcp/surroundings.h"

#include <memory>

namespace lightwell::mcp {

/// The server, however messages reach it. Lives on one thread, as its calls do.
class Server : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        Engine &engine;
        Journal &journal;
        Ledger &ledger;
        MediaStore &media;
        Keyring &keyring;
    };
    explicit Server(const Parts &parts, QObject *parent = nullptr);
    ~Server() override;

    void setCatalog(const Catalog &catalog);
    void setQuestionTime(std::chrono::milliseconds time) { m_surroundings.questionTime = time; }
    /// A request in the terms that openingOf() found. The call is `parent`'s; begin() it.
    [[nodiscard]] Call *open(const Message &request, const Terms &terms, const Asker &asker, QObject *parent);
    [[nodiscard]] Jobs &jobs() { return m_jobs; }

private:
    [[nodiscard]] Call *openTool(const Message &request, const Terms &terms, const Asker &asker, QObject *parent);

    Jobs m_jobs;
    Surroundings m_surroundings;
};

} // namespace lightwell::mcp
