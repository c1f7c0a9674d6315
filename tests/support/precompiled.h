// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/precompiled.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
