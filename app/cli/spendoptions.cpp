// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/spendoptions.h"

#include "core/model/projectname.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(lightwell::CommandLine)
};

} // namespace

void declareSpendOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {u"project"_s, Text::tr("What it is for: budgets and usage can be by project."), u"NAME"_s},
        {u"allow-unknown-price"_s, Text::tr("Go on where nobody knows the price beforehand.")},
    });
}

Result<QString> projectFromOptions(const QCommandLineParser &parser)
{
    const QString name = parser.value(u"project"_s).trimmed();
    if (parser.isSet(u"project"_s) && !isProjectName(name)) {
        return notSent(ErrorKind::Invalid,
                       Text::tr("--project is a name of 1 to %1 characters that can be seen.").arg(longestProjectName),
                       u"project"_s);
    }
    return name;
}

Result<Origin> originFromOptions(const QCommandLineParser &parser)
{
    Result<QString> project = projectFromOptions(parser);
    if (!project) {
        return project.error();
    }
    Origin origin {Origin::Kind::CommandLine, {}};
    origin.project = std::move(project).value();
    origin.acceptsUnknownPrice = parser.isSet(u"allow-unknown-price"_s);
    return origin;
}

} // namespace lightwell
