// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exportname.h"
#include "core/export/exportoptions.h"
#include "core/export/exporttargets.h"
#include "core/media/recipe.h"
#include "core/model/error.h"

#include <QFuture>
#include <QObject>
#include <QStringList>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace lightwell {

/// What the books say of a file that says nothing of itself (RecipeInBooks). Called on the thread pool.
using RecipesInBooks = std::function<std::optional<Recipe>(const QString &file)>;

/// Files to be exported, and where to.
struct ExportJob
{
    QStringList files;
    QString folder; ///< made where it is missing
    QString name = QString::fromLatin1(usualExportName); ///< a template, see exportName()
    ExportExisting existing = ExportExisting::Kept;
    ExportOptions options;
    QList<int> numbers = {}; ///< of each file, from 1; empty: as they stand
    int count = 0; ///< of the batch they are numbered in; 0: this one

    /// Of a contact sheet; empty: the prompt, where all have the same.
    QString title = {};
    /// What stands under a picture on a contact sheet, the first line in bold. Called on the thread pool.
    std::function<QStringList(const ExportFacts &facts)> caption = {};
    RecipesInBooks recipeInBooks = {};

    [[nodiscard]] ExportJob only(const QList<int> &indexes) const; ///< some of the files, with the numbers they have
};

/// The stem of the file that the picture at `index` would go to. Reads it, decodes no pixel: call it on the thread
/// pool.
[[nodiscard]] Result<QString> exportStem(const ExportJob &job, int index);
/// The names that are there already, other than of files that the job reads. Reads all of them, as exportStem().
[[nodiscard]] QStringList takenNames(const ExportJob &job);

/// How one of them came out.
struct ExportOutcome
{
    /// Skipped: it was cancelled before this one, or its name was taken and ExportExisting::Skipped.
    enum class State { Done, Skipped, Failed };
    QString file; ///< it comes from
    State state = State::Skipped;
    QString target; ///< it went to, where it is done
    qint64 bytes = 0;
    QSize size;
    std::optional<int> quality;
    bool isTaken = false; ///< skipped for that
    bool isPart = false; ///< it lies in the file of the first one
    bool lostCredentials = false; ///< see ExportedPicture
    bool lostFrames = false; ///< see ExportedPicture
    std::optional<Error> error; ///< why it failed
};

/// Exports many files at once on the thread pool. Emits ended() exactly once, on the thread it lives on. What was
/// written stays, whatever comes after it.
class ExportBatch : public QObject
{
    Q_OBJECT
public:
    explicit ExportBatch(ExportJob job, QObject *parent = nullptr);
    ~ExportBatch() override; ///< cancels, and waits for the files in hand

    /// `job` was checked: checkExport(), checkExportName().
    void start();
    void cancel(); ///< what is in hand comes to its end

Q_SIGNALS:
    void began(int index);
    void came(int index, const lightwell::ExportOutcome &outcome);
    void progressed(int done, int all);
    void ended(const QList<lightwell::ExportOutcome> &outcomes); ///< in the order of the files

private:
    void startNext();
    void startTogether();
    void take(int index, const ExportOutcome &outcome);

    const ExportJob m_job;
    const std::unique_ptr<ExportTargets> m_targets; ///< outlives what is in hand
    QList<ExportOutcome> m_outcomes;
    qsizetype m_next = 0;
    int m_running = 0;
    int m_done = 0;
    bool m_isCancelled = false;
    bool m_hasEnded = false;
    QList<QFuture<ExportOutcome>> m_futures;
    QFuture<QList<ExportOutcome>> m_together;
    const std::shared_ptr<std::atomic_bool> m_stop = std::make_shared<std::atomic_bool>(false);
};

} // namespace lightwell
