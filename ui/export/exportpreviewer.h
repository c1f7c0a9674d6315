// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/whendone.h"
#include "core/export/exportbatch.h"
#include "core/export/exportpreview.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace lightwell {

/// Keeps the preview of one picture, or of a contact sheet, as the options say. All work is done on the thread pool, a
/// little after the last change and one thing at a time; what has become old by then is dropped. Only what is in sight
/// is encoded, and a margin around it, but for a quality that has to be found: that is found for the whole picture.
/// When nothing changes any more, the whole file is measured once.
class ExportPreviewer : public QObject
{
    Q_OBJECT
public:
    static constexpr int delay = 150; ///< milliseconds after the last change
    explicit ExportPreviewer(QObject *parent = nullptr);
    ~ExportPreviewer() override;

    void setRecipeInBooks(const RecipesInBooks &recipeInBooks) { m_recipeInBooks = recipeInBooks; }
    void setFile(const QString &file); ///< empty: none
    /// The page of all files of the job, in place of a file. It has no bytes of its own, and is not measured.
    void setSheet(const ExportJob &job);
    void setOptions(const ExportOptions &options); ///< as checkExport() takes them
    void setSeen(const QRect &seen); ///< of the resized picture, in its pixels

    [[nodiscard]] QString file() const { return m_file; }
    [[nodiscard]] const QStringList &sheet() const { return m_sheet; } ///< the files on it; empty: it is none
    [[nodiscard]] bool isEmpty() const { return m_file.isEmpty() && m_sheet.isEmpty(); }
    [[nodiscard]] const ExportOptions &options() const { return m_options; }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; } ///< there is no preview for that
    [[nodiscard]] const std::optional<ExportSource> &source() const { return m_source; } ///< nothing: not read yet
    [[nodiscard]] QSize size() const; ///< of the picture as it leaves; empty: not known yet
    [[nodiscard]] const QImage &resized() const { return m_resized; } ///< null: not there yet
    [[nodiscard]] const std::optional<ExportPreview> &preview() const { return m_preview; } ///< of part(); may be old
    [[nodiscard]] QRect part() const { return m_part; } ///< of the resized picture
    [[nodiscard]] bool isBusy() const { return m_isDue; } ///< a newer preview is on its way
    [[nodiscard]] std::optional<qint64> bytes() const; ///< of the whole file: measured, or by the part
    /// That encoding the whole picture takes, by what the part took; nothing: not known yet.
    [[nodiscard]] std::optional<qint64> milliseconds() const;
    [[nodiscard]] bool isMeasured() const { return m_measured.has_value(); }

Q_SIGNALS:
    void sourceRead(); ///< or it cannot be read
    void changed();
    void measured(const QString &file, qint64 bytes); ///< with the options of now

private:
    struct Made
    {
        QImage resized;
        QRect part;
        Result<ExportPreview> preview = givenUp();
    };
    void begin();
    void takeSource(int round, const Result<ExportSource> &source);
    void change();
    void make();
    void take(int round, const Made &made);
    void measure();
    [[nodiscard]] QRect wantedPart(QSize size) const;
    [[nodiscard]] double share() const; ///< of the part in the picture

    RecipesInBooks m_recipeInBooks;
    QString m_file;
    QStringList m_sheet;
    std::shared_ptr<std::atomic_bool> m_stop = std::make_shared<std::atomic_bool>(false); ///< of the sheet in hand
    ExportOptions m_options;
    QRect m_seen;
    std::optional<ExportSource> m_source;
    QImage m_resized;
    ExportOptions m_resizedFor; ///< the options that m_resized was made with
    std::optional<ExportPreview> m_preview;
    QRect m_part;
    std::optional<qint64> m_measured;
    std::optional<Error> m_error;
    QTimer m_soon;
    QTimer m_measureSoon;
    int m_round = 0; ///< of what is wanted
    int m_fileRound = 0;
    bool m_isDue = false;
    bool m_isMaking = false;
    bool m_isMeasuring = false;
};

} // namespace lightwell
