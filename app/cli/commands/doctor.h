// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/discovery/foundengine.h"
#include "core/journal/journal.h"
#include "core/storage/homecheck.h"

#include <QJsonArray>

namespace lightwell {

class EngineSearch;
struct PictureLinks;

/// `doctor`: looks at everything Lightwell stands on and says what is wrong and what to do. Spends nothing and asks no
/// vendor. With --local it also looks for engines on this machine, and the catalog then has what they offer.
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
    void interrupt() override;

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
    void checkPictures();
    void tellPictures(const PictureLinks &links);
    void addPictures(const QStringList &names, const QString &code, const QString &detail);
    void checkPainting();
    void checkPlanning();
    void checkEngines();
    void tellEngines(const Result<QList<FoundEngine>> &found);
    void tellEngine(const FoundEngine &engine);
    void tellWhereItIsAsked(const FoundEngine &engine, const QList<FoundEngine> &all);
    void takeAddress(const FoundEngine &engine);
    void conclude();

    Composition *m_app = nullptr;
    Terminal *m_terminal = nullptr;
    QJsonArray m_report;
    QJsonArray m_engines; ///< as found
    bool m_looksForEngines = false;
    bool m_takesAddresses = false; ///< of engines that answer elsewhere than where they are asked
    EngineSearch *m_search = nullptr;
    bool m_repairs = false;
    bool m_asJson = false;
    bool m_good = true;
};

} // namespace lightwell
