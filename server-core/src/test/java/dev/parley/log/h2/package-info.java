/// Tests of the embedded log: contract, damage, full disks, sudden death.
@NullMarked
package dev.parley.log.h2;

import org.jspecify.annotations.NullMarked;
