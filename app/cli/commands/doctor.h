// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/journal/journal.h"
#include "core/storage/homecheck.h"

#include <QJsonArray>

namespace lightwell {

/// `doctor`: looks at everything Lightwell stands on and says what is wrong and what to do. Spends nothing and asks no
/// vendor.
class DoctorCommand : public Command
{
    Q_OBJECT
public:
    using Command::Command;
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] bool tellsWarnings() const override { return true; }
    void declare(QCommandLineParser &parser) const override;
    void run(const QCommandLineParser &parser, Composition &app, Terminal &terminal) override;
    void runWithout(const QCommandLineParser &parser, const Paths &paths, const Error &reason,
                    Terminal &terminal) override;

private:
    enum class Verdict { Good, Note, Bad };
    /// `code` says to programs what was found, where there is more to it than good or bad.
    void add(const QString &what, Verdict verdict, const QString &detail, const QString &code = {});
    void begin(const QCommandLineParser &parser, const Paths &paths, Terminal &terminal);
    void checkFolders(const Paths &paths);
    void checkVault(const Paths &paths);
    void checkCatalog();
    void checkFormats();
    void checkKeys();
    void checkMoney();
    void checkInterrupted();
    void tellInterrupted(const QList<Journal::Interrupted> &requests);
    void checkWaiting();
    void addWaiting(const QStringList &ids, const QString &code, const QString &detail);
    void checkPainting();
    void checkPlanning();
    void conclude();

    Composition *m_app = nullptr;
    Terminal *m_terminal = nullptr;
    QJsonArray m_report;
    bool m_asJson = false;
    bool m_good = true;
};

} // namespace lightwell
