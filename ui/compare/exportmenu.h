// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/comparerun.h"

#include <QStringList>

#include <functional>

class QMenu;

namespace lightwell {

/// Adds to a picture's menu, beside "Save as…", that it can be exported, and all of its run where there are more.
/// Pictures that lie in no file have to be saved first.
void addExports(QMenu *menu, const CompareRun &run, const Picture &picture,
                const std::function<void(const QStringList &files)> &wanted);

} // namespace lightwell
