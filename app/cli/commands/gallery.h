// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/export/exportbatch.h"
#include "core/library/library.h"

#include <limits>

namespace lightwell {

/// `gallery [search [WORDS…]] | export [WORDS…] | star | unstar | hide | unhide ID… | tag | untag TAG ID… | tags`: the
/// pictures of window, gateway and command line, found by words and filters, and what is said of them.
class GalleryCommand : public Command
{
    Q_OBJECT
public:
    using Command::Command;
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    void declare(QCommandLineParser &parser) const override;
    [[nodiscard]] qsizetype maxArguments(const QString &action) const override;
    [[nodiscard]] bool takes(const QString &option, const QString &action) const override;
    [[nodiscard]] StorageNeed storageNeed(const QString &action) const override;
    void run(const QCommandLineParser &parser, Composition &app, Terminal &terminal) override;

    void interrupt() override; ///< of an export, what is in hand comes to its end

private:
    void startSearch(const QCommandLineParser &parser);
    void search(const LibraryFilter &filter, int limit, qint64 behind = std::numeric_limits<qint64>::max());
    void print(const QList<LibraryEntry> &entries);
    void exportFound(const QList<LibraryEntry> &entries);
    void change(const QString &action, const QStringList &named);
    void listTags();

    Composition *m_app = nullptr;
    Terminal *m_terminal = nullptr;
    bool m_asJson = false;
    std::optional<ExportJob> m_job; ///< of `gallery export`, without its files
    ExportBatch *m_batch = nullptr;
};

} // namespace lightwell
