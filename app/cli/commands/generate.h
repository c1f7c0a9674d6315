// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/picturefiles.h"
#include "core/model/generation.h"

namespace lightwell {

class Leftovers;

/// `generate PROMPT --model M […] -o FILE|DIR`: one picture, or n of them, from one model. Also what is made of
/// pictures that are there: `edit PROMPT --image FILE…`, `upscale FILE`, `vary FILE`, `cutout FILE`,
/// `vectorize FILE`.
class GenerateCommand : public Command
{
    Q_OBJECT
public:
    enum class Kind { Generate, Edit, Upscale, Vary, Cutout, Vectorize };
    explicit GenerateCommand(Kind kind = Kind::Generate, QObject *parent = nullptr);
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    void declare(QCommandLineParser &parser) const override;
    [[nodiscard]] qsizetype maxArguments(const QString &action) const override;
    void run(const QCommandLineParser &parser, Composition &app, Terminal &terminal) override;
    void interrupt() override;

private:
    [[nodiscard]] bool isToStandardOutput() const;
    [[nodiscard]] bool findTarget(int pictures);
    void plan(const Request &request, bool namesFormat);
    void start(const Request &request);
    [[nodiscard]] Result<QStringList> writeOut(const Generation &generation);
    void ended(const Generation &generation);

    [[nodiscard]] Operation operation() const;
    [[nodiscard]] QString modelMissing() const;

    const Kind m_kind;
    Leftovers *m_leftovers = nullptr;
    Composition *m_app = nullptr;
    Terminal *m_terminal = nullptr;
    Origin m_origin;
    QString m_output;
    Existing m_existing = Existing::Kept;
    QString m_running; ///< the id of the generation
    bool m_force = false;
    bool m_asJson = false;
    bool m_explains = false;
    int m_code = ExitFailed;
};

} // namespace lightwell
