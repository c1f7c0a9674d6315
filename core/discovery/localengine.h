// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/discovery/foundengine.h"
#include "core/model/http.h"

namespace lightwell {

/// A kind of program to look for: what it is asked, and what its answers mean. All questions are GETs of a path, which
/// cost nothing and change nothing. Pure.
struct LocalEngine
{
    QString id;
    QString name;
    QString provider; ///< of its adapter; empty: there is none
    QList<quint16> ports; ///< where it usually listens
    QString question {}; ///< tells whether it is meant
    bool (*isMeant)(const HttpResponse &answer) = nullptr;
    QStringList further {}; ///< asked once it is known
    /// Takes over what an answer says: that to `question`, and those to `further` that came, in this order.
    void (*read)(FoundEngine &found, const QString &question, const HttpResponse &answer) = nullptr;
};

} // namespace lightwell
